//! The Merkle tree over a report's readings.
//!
//! Its shape is that of RFC 9162 (Certificate Transparency), section 2.1: leaves and inner nodes
//! are hashed under different prefixes, so that neither can be passed off as the other, and a
//! tree whose size is not a power of two is split at the largest power of two below its size.
//! The hash is BLAKE2b-256.

use alloc::vec::Vec;
use polkadot_sdk::{sp_core::H256, sp_io::hashing::blake2_256};

const LEAF: u8 = 0x00;
const INNER: u8 = 0x01;

/// The hash of a leaf with these contents.
pub fn leaf_hash(contents: &[u8]) -> H256 {
    let mut bytes = Vec::with_capacity(contents.len() + 1);
    bytes.push(LEAF);
    bytes.extend_from_slice(contents);
    H256(blake2_256(&bytes))
}

fn inner_hash(left: &H256, right: &H256) -> H256 {
    let mut bytes = [0u8; 65];
    bytes[0] = INNER;
    bytes[1..33].copy_from_slice(left.as_bytes());
    bytes[33..].copy_from_slice(right.as_bytes());
    H256(blake2_256(&bytes))
}

/// The root over leaf hashes; `None` for no leaves.
pub fn root(leaves: &[H256]) -> Option<H256> {
    let mut level = leaves.to_vec();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| match pair {
                [left, right] => inner_hash(left, right),
                // The last node of an odd level goes up as it is.
                rest => rest[0],
            })
            .collect();
    }
    level.first().copied()
}

/// The hashes that lead from the leaf at `index` to the root, lowest first.
pub fn path(leaves: &[H256], index: usize) -> Option<Vec<H256>> {
    if index >= leaves.len() {
        return None;
    }
    let (mut level, mut position, mut path) = (leaves.to_vec(), index, Vec::new());
    while level.len() > 1 {
        if let Some(sibling) = level.get(position ^ 1) {
            path.push(*sibling);
        }
        level = level
            .chunks(2)
            .map(|pair| match pair {
                [left, right] => inner_hash(left, right),
                rest => rest[0],
            })
            .collect();
        position /= 2;
    }
    Some(path)
}

/// Whether `leaf` is the leaf at `index` of a tree of `size` leaves with this root.
pub fn verify(root: &H256, size: u32, index: u32, leaf: H256, path: &[H256]) -> bool {
    if index >= size {
        return false;
    }
    let (mut position, mut last, mut node) = (index, size - 1, leaf);
    let mut siblings = path.iter();
    while last > 0 {
        // The last node of an odd level has no sibling.
        if position != last || position % 2 == 1 {
            let Some(sibling) = siblings.next() else { return false };
            node = if position % 2 == 1 {
                inner_hash(sibling, &node)
            } else {
                inner_hash(&node, sibling)
            };
        }
        position /= 2;
        last /= 2;
    }
    siblings.next().is_none() && node == *root
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn leaves(count: usize) -> Vec<H256> {
        (0..count as u64).map(|i| leaf_hash(&i.to_le_bytes())).collect()
    }

    /// The definition in RFC 9162, section 2.1.1, word for word.
    fn rfc_root(leaves: &[H256]) -> H256 {
        match leaves {
            [leaf] => *leaf,
            _ => {
                let split = leaves.len().next_power_of_two() / 2;
                inner_hash(&rfc_root(&leaves[..split]), &rfc_root(&leaves[split..]))
            }
        }
    }

    #[test]
    fn no_leaves_no_root() {
        assert_eq!(root(&[]), None);
        assert_eq!(path(&[], 0), None);
    }

    #[test]
    fn the_root_is_that_of_rfc_9162() {
        for count in 1..130 {
            let leaves = leaves(count);
            assert_eq!(root(&leaves), Some(rfc_root(&leaves)), "{count} leaves");
        }
    }

    #[test]
    fn an_inner_node_is_not_a_leaf() {
        let leaves = leaves(4);
        let root = root(&leaves).unwrap();
        let inner = inner_hash(&leaves[0], &leaves[1]);
        let other = inner_hash(&leaves[2], &leaves[3]);
        // A tree of two whose leaves are the inner nodes has the same hashes above, but a leaf
        // hash can only be made under the leaf's prefix.
        assert!(verify(&root, 2, 0, inner, &[other]));
        let mut contents = leaves[0].as_bytes().to_vec();
        contents.extend_from_slice(leaves[1].as_bytes());
        assert_ne!(leaf_hash(&contents), inner);
    }

    proptest! {
        #[test]
        fn every_leaf_is_proved_and_nothing_else(count in 1usize..200, at in 0usize..200, flip in 0usize..64) {
            let leaves = leaves(count);
            let index = at % count;
            let root = root(&leaves).unwrap();
            let path = path(&leaves, index).unwrap();
            let (size, index) = (count as u32, index as u32);
            prop_assert!(verify(&root, size, index, leaves[index as usize], &path));
            prop_assert!(!verify(&root, size, index, leaf_hash(b"other"), &path));
            prop_assert!(!verify(&root, size, size, leaves[index as usize], &path));
            let mut longer = path.clone();
            longer.push(root);
            prop_assert!(!verify(&root, size, index, leaves[index as usize], &longer));
            if !path.is_empty() {
                prop_assert!(!verify(&root, size, index, leaves[index as usize], &path[1..]));
                let mut wrong = path.clone();
                let spot = flip % wrong.len();
                wrong[spot].0[flip % 32] ^= 1;
                prop_assert!(!verify(&root, size, index, leaves[index as usize], &wrong));
            }
            if count > 1 {
                let other = (index + 1) % size;
                prop_assert!(!verify(&root, size, other, leaves[index as usize], &path));
            }
        }
    }
}
