// How many bytes of state, keys and values, the retained reports take per reading. `scripts/bench.sh iot` prints
// it; HUANGPU_URL says where the chain is.

import { ApiPromise, WsProvider } from '@polkadot/api';

const url = process.env.HUANGPU_URL ?? 'ws://127.0.0.1:9944';
const api = await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
const { devices } = api.query;

/** Bytes of all keys and values under a storage item. */
async function bytesOf(item) {
  let bytes = 0;
  for (let last = null; ; ) {
    const keys = await api.rpc.state.getKeysPaged(item.keyPrefix(), 500, last);
    if (keys.length === 0) return bytes;
    const values = await api.rpc.state.queryStorageAt(keys);
    bytes += keys.reduce((sum, key) => sum + key.toU8a(true).length, 0);
    bytes += values.reduce((sum, value) => sum + value.unwrapOrDefault().toU8a(true).length, 0);
    last = keys.at(-1);
  }
}

const totals = await devices.monthTotals.entries();
const readings = totals.reduce((sum, [, total]) => sum + total.unwrap().readings.toNumber(), 0);
const bytes = (await bytesOf(devices.roots)) + (await bytesOf(devices.expiring));
console.log(`state_bytes_per_reading=${(bytes / readings).toFixed(3)}`);
await api.disconnect();
