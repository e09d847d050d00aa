// Who is who on the chain `local`, and what accounts organisations have.

import { bnToU8a, stringToU8a, u8aConcat } from '@polkadot/util';

/** The controllers of organisations 1 to 5. */
export const CONTROLLERS = ['//Alice', '//Bob', '//Charlie', '//Dave', '//Eve'];

/** Delegates of organisations 1 to 4 who put load on the chain, where the specification has them. */
export const LOADERS = ['//Load//1', '//Load//2', '//Load//3', '//Load//4'];

/** An organisation's keyless account: 32 bytes, as `PalletId::into_sub_account_truncating` makes them. */
export const keyless = (org) => {
  const known = u8aConcat(
    stringToU8a('modl'),
    stringToU8a('hp/membr'),
    bnToU8a(org, { bitLength: 32, isLe: true }),
  );
  return u8aConcat(known, new Uint8Array(32 - known.length));
};
