// How long a transaction takes from its submission to a finalized block, on a chain that has little else to do: two a
// second, from four accounts in turn. HUANGPU_URL names a node. Prints one line of `name=value`.

import { ApiPromise, WsProvider } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';

const url = process.env.HUANGPU_URL ?? 'ws://127.0.0.1:9944';
const SAMPLES = 120;
const INTERVAL = 500;
/** Before the first, so that the chain finalizes. */
const WARM_UP_BLOCKS = 5;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const percentile = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1];
};

const api = await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
const keyring = new Keyring({ type: 'sr25519' });
const signers = ['//Alice', '//Bob', '//Charlie', '//Dave'].map((uri) => keyring.addFromUri(uri));
const next = await Promise.all(
  signers.map(async (signer) => (await api.rpc.system.accountNextIndex(signer.address)).toNumber()),
);

/** Resolves with the milliseconds until a remark is in a block, and until that is final. */
const timed = (signer, nonce) =>
  new Promise((resolve, reject) => {
    const begin = performance.now();
    let inBlock;
    api.tx.system
      .remark(`sample ${nonce}`)
      .signAndSend(signer, { nonce }, ({ status, dispatchError, isError }) => {
        if (dispatchError) reject(new Error(dispatchError.toString()));
        if (status.isInBlock) inBlock = performance.now() - begin;
        if (status.isFinalized) resolve({ inBlock, final: performance.now() - begin });
        if (isError) reject(new Error(status.toString()));
      })
      .catch(reject);
  });

const height = async () => (await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();
for (let waited = 0; (await height()) < WARM_UP_BLOCKS; waited += 1) {
  if (waited > 60) throw new Error('the chain finalizes nothing');
  await sleep(1000);
}

const times = [];
for (let i = 0; i < SAMPLES; i += 1) {
  const who = i % signers.length;
  times.push(timed(signers[who], next[who]));
  next[who] += 1;
  await sleep(INTERVAL);
}
const results = await Promise.all(times);
const [inBlock, final] = [results.map((each) => each.inBlock), results.map((each) => each.final)];
const show = (all, share) => percentile(all, share).toFixed(0);
const validators = (await api.query.session.validators()).length;
console.log(
  `validators=${validators} samples=${SAMPLES}`,
  `in_block_p50_ms=${show(inBlock, 0.5)} in_block_p95_ms=${show(inBlock, 0.95)}`,
  `final_p50_ms=${show(final, 0.5)} final_p95_ms=${show(final, 0.95)}`,
);
await api.disconnect();
