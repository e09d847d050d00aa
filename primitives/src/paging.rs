//! Pages of long lists. A page costs what it shows, however long the list is.

use crate::apis::PAGE;
use codec::FullCodec;
use polkadot_sdk::frame_support::IterableStorageDoubleMap;

/// How many items a page has at most: as many as asked for, but no more than [`PAGE`].
pub fn page_size(limit: u32) -> usize {
    limit.min(PAGE) as usize
}

/// A page of what a map lists under its first key: the second keys after one, in storage order.
///
/// Storage order is that of the hashed keys. Any other would have to read the whole list, and sort it,
/// before it could cut a page. The place of `after` follows from its hash, so it need not be in the list
/// any more.
pub fn keys_after<Map, K1, K2, V>(
    first: K1,
    after: Option<K2>,
    limit: u32,
) -> impl Iterator<Item = K2>
where
    Map: IterableStorageDoubleMap<K1, K2, V>,
    K1: FullCodec + Copy,
    K2: FullCodec,
    V: FullCodec,
{
    let keys = match after {
        Some(after) => Map::iter_key_prefix_from(first, Map::hashed_key_for(first, after)),
        None => Map::iter_key_prefix(first),
    };
    keys.take(page_size(limit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use polkadot_sdk::{
        frame_support::{storage::types::StorageDoubleMap, traits::StorageInstance, Twox64Concat},
        sp_io::TestExternalities,
    };

    struct Prefix;

    impl StorageInstance for Prefix {
        const STORAGE_PREFIX: &'static str = "Lists";
        fn pallet_prefix() -> &'static str {
            "Test"
        }
    }

    type Lists = StorageDoubleMap<Prefix, Twox64Concat, u32, Twox64Concat, u32, ()>;

    /// Lists 0 to 2, of which the middle one is long.
    const LONG: u32 = 2 * PAGE + 1;

    fn with_lists(test: impl FnOnce()) {
        TestExternalities::default().execute_with(|| {
            for (list, count) in [(0, 3), (1, LONG), (2, 3)] {
                (1..=count).for_each(|key| Lists::insert(list, key, ()));
            }
            test();
        });
    }

    fn page(list: u32, after: Option<u32>, limit: u32) -> Vec<u32> {
        keys_after::<Lists, _, _, _>(list, after, limit).collect()
    }

    fn walk(list: u32, limit: u32) -> Vec<u32> {
        let mut all = page(list, None, limit);
        loop {
            let next = page(list, all.last().copied(), limit);
            if next.is_empty() {
                return all;
            }
            all.extend(next);
        }
    }

    #[test]
    fn pages_of_any_size_list_every_key_once() {
        with_lists(|| {
            for limit in [1, 2, 7, PAGE - 1, PAGE, PAGE + 1, u32::MAX] {
                let mut all = walk(1, limit);
                all.sort_unstable();
                assert_eq!(all, (1..=LONG).collect::<Vec<_>>(), "in pages of {limit}");
            }
            assert!(page(3, None, 10).is_empty());
        });
    }

    #[test]
    fn a_page_has_what_was_asked_for_and_no_more_than_a_page() {
        with_lists(|| {
            for (limit, size) in [(0, 0), (1, 1), (PAGE, PAGE), (PAGE + 1, PAGE)] {
                assert_eq!(page(1, None, limit).len() as u32, size);
            }
            assert_eq!(page(2, None, PAGE).len(), 3);
        });
    }

    #[test]
    fn a_key_that_is_gone_still_names_its_place() {
        with_lists(|| {
            let all = walk(1, PAGE);
            for at in [0, 1, 100, all.len() - 1] {
                Lists::remove(1, all[at]);
                assert_eq!(page(1, Some(all[at]), PAGE).first(), all.get(at + 1));
            }
        });
    }
}
