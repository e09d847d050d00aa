// An election as release 102 kept it: its ballots were named by election, and release 103 keeps them by voter.

import { bnToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { xxhashAsU8a } from '@polkadot/util-crypto';

/** How many vote: too many for one block to move. */
export const BALLOTS = 6_000;

const RESEARCH = 2;
const ROUND = 1;
const CANDIDATE = 3;

const u32 = (number) => bnToU8a(number, { bitLength: 32, isLe: true });
const twox64Concat = (key) => u8aConcat(xxhashAsU8a(key, 64), key);
const prefix = (item) =>
  u8aConcat(xxhashAsU8a(stringToU8a('Seats'), 128), xxhashAsU8a(stringToU8a(item), 128));

/** What all keys of release 102's ballots begin with. */
export const oldPrefix = () => u8aToHex(prefix('Ballots'));

/** Storage of an election in which many vote for one who stands: keys and values in hex. */
export function oldBallots() {
  const today = Math.floor((Date.now() + 8 * 3_600_000) / 86_400_000);
  const constituency = Uint8Array.of(RESEARCH);
  const byElection = Uint8Array.of(0);
  const election = [u32(ROUND), byElection, u32(1), u32(today - 1), u32(today + 100), u32(1)];
  const of = (item, ...keys) => u8aToHex(u8aConcat(prefix(item), ...keys.map(twox64Concat)));
  const storage = {
    [of('Elections', constituency)]: u8aToHex(u8aConcat(...election)),
    [of('LastRounds', constituency)]: u8aToHex(u8aConcat(u32(ROUND), Uint8Array.of(0))),
    [of('Candidates', constituency, u32(CANDIDATE))]: u8aToHex(u32(BALLOTS)),
  };
  const round = u8aConcat(constituency, u32(ROUND));
  for (let voter = 1; voter <= BALLOTS; voter += 1) {
    storage[of('Ballots', round, u32(voter))] = u8aToHex(u32(CANDIDATE));
  }
  return storage;
}
