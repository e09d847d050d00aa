// One organisation floods the chain at ten times what its quota lets through; another's transactions must not
// take more than twice as long as on an idle chain. Both are measured in one run, on one node, through its pool.
// HUANGPU_URL says where a fresh `dev` chain is. Prints one line of `name=value` for docs/members.md.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';

const url = process.env.HUANGPU_URL ?? 'ws://127.0.0.1:9944';
/** The flooding organisation: the institute, on the tier `Standard`; //Charlie decides for it. */
const FLOODER = 3;
/** So many that what they may queue (64 each) is more than the pool holds: the flood reaches the pool, and fills it. */
const DELEGATES = 600;
/** How many nonces ahead an account may be. */
const AHEAD = 64;
/** Transactions signed in advance, per delegate: what may be queued, and what the test lets through. */
const SIGNED = AHEAD + 8;
/** How many times its quota the flooder submits. */
const OVERLOAD = 10;
const SAMPLES = 40;
/** Half a block's time, and a bit: so that the samples come at every moment of a block alike, each at another one. */
const INTERVAL = 525;
/** After so many milliseconds a transaction that is not final is lost. */
const LOST = 120_000;
/** For how many samples the flooder's bucket is not yet empty, amply. */
const BURST = 20;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The flood, in a thread of its own: submits at a steady rate, in the order of each sender's nonces. */
async function flood({ senders, perSecond }) {
  const provider = new WsProvider(url);
  await provider.isReady;
  const next = senders.map(() => 0);
  const counts = { attempts: 0, accepted: 0 };
  const refused = {};
  let turn = 0;
  /** The next sender in turn that has a transaction left. */
  const nextSender = () => {
    for (let passed = 0; passed < senders.length; passed += 1) {
      turn = (turn + 1) % senders.length;
      if (next[turn] < senders[turn].length) return turn;
    }
    return undefined;
  };
  const submit = async () => {
    const sender = nextSender();
    if (sender === undefined) return;
    const transaction = senders[sender][next[sender]];
    counts.attempts += 1;
    next[sender] += 1;
    try {
      await provider.send('author_submitExtrinsic', [transaction]);
      counts.accepted += 1;
    } catch (error) {
      // It comes again: the node has not taken it.
      next[sender] = Math.min(next[sender], senders[sender].indexOf(transaction));
      const reason = `${error.code}: ${String(error.data ?? error.message).slice(0, 80)}`;
      refused[reason] = (refused[reason] ?? 0) + 1;
    }
  };
  let running = true;
  parentPort.once('message', () => (running = false));
  const begin = Date.now();
  for (let sent = 0; running; await sleep(10)) {
    for (const due = ((Date.now() - begin) / 1000) * perSecond; sent < due; sent += 1) {
      submit();
    }
  }
  const seconds = (Date.now() - begin) / 1000;
  parentPort.postMessage({ ...counts, refused, seconds });
  await provider.disconnect();
}

if (!isMainThread) {
  await flood(workerData);
} else {
  let api;
  let keyring;

  before(async () => {
    api = await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
    keyring = new Keyring({ type: 'sr25519' });
  });
  after(() => api?.disconnect());

  const remark = (text) => api.tx.system.remark(text);

  /** Sends a call; resolves with the milliseconds until it is final. */
  const untilFinal = (call, signer, nonce) =>
    new Promise((resolve, reject) => {
      const begin = performance.now();
      const lost = () => reject(new Error(`lost: nonce ${nonce} of ${signer.address}`));
      const timer = setTimeout(lost, LOST);
      call
        .signAndSend(signer, { nonce }, ({ status, dispatchError, isError }) => {
          if (dispatchError) reject(new Error(dispatchError.toString()));
          if (status.isFinalized) {
            clearTimeout(timer);
            resolve(performance.now() - begin);
          }
          // Of the pool's own making: dropped, say, as one is that no view of the pool holds.
          if (isError) reject(new Error(`${status.type}: nonce ${nonce} of ${signer.address}`));
        })
        .catch(reject);
    });

  /** How long transactions of the works take, sent one after the other at a steady pace. */
  async function sample() {
    const signer = keyring.addFromUri('//Bob');
    const first = (await api.rpc.system.accountNextIndex(signer.address)).toNumber();
    const times = [];
    for (let i = 0; i < SAMPLES; i += 1) {
      times.push(untilFinal(remark(`sample ${i}`), signer, first + i));
      await sleep(INTERVAL);
    }
    return Promise.all(times);
  }

  const percentile = (times, share) => {
    const sorted = [...times].sort((a, b) => a - b);
    return sorted[Math.ceil(sorted.length * share) - 1];
  };

  /** Gives the flooder its delegates; their accounts. */
  async function addDelegates() {
    const charlie = keyring.addFromUri('//Charlie');
    const accounts = Array.from({ length: DELEGATES }, (_, i) => keyring.addFromUri(`//flood/${i}`));
    const first = (await api.rpc.system.accountNextIndex(charlie.address)).toNumber();
    const add = (account, i) =>
      untilFinal(
        api.tx.members.addDelegate(account.address, { approve: ['Devices'] }),
        charlie,
        first + i,
      );
    for (let begin = 0; begin < DELEGATES; begin += AHEAD) {
      const some = accounts.slice(begin, begin + AHEAD);
      await Promise.all(some.map((account, i) => add(account, begin + i)));
    }
    return accounts;
  }

  /** Transactions of each account, signed in advance. In between, the node's pings are answered: it would hang up. */
  async function sign(accounts) {
    const options = (nonce) => ({
      nonce,
      era: 0,
      blockHash: api.genesisHash,
      genesisHash: api.genesisHash,
      runtimeVersion: api.runtimeVersion,
    });
    const signed = [];
    for (const account of accounts) {
      const transaction = (_, nonce) => remark(`flood ${nonce}`).sign(account, options(nonce)).toHex();
      signed.push(Array.from({ length: SIGNED }, transaction));
      await sleep(0);
    }
    return signed;
  }

  /** How many of the flood's transactions the flooder's quota lets through per second, at a block a second. */
  async function quotaPerSecond(account) {
    const quota = (await api.call.membersApi.quota(FLOODER)).unwrap();
    const { weight } = await remark('flood 0').paymentInfo(account);
    // What any transaction takes is charged, too.
    const base = api.consts.system.blockWeights.perClass.normal.baseExtrinsic.refTime.toNumber();
    return quota.timePerBlock.toNumber() / (weight.refTime.toNumber() + base);
  }

  test('a flood of one organisation hardly delays another', { timeout: 900_000 }, async (t) => {
    const accounts = await addDelegates();
    const senders = await sign(accounts);
    const quota = await quotaPerSecond(accounts[0]);
    const idle = await sample();

    const worker = new Worker(new URL(import.meta.url), {
      workerData: { senders, perSecond: Math.ceil(quota * OVERLOAD) },
    });
    t.after(() => worker.terminate());
    const flooded = await sample();
    const result = await new Promise((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.postMessage('stop');
    });
    await worker.terminate();

    const rate = result.attempts / result.seconds;
    const [before, during] = [percentile(idle, 0.95), percentile(flooded, 0.95)];
    const full = result.refused['1016: Immediately Dropped'] ?? 0;
    const burst = percentile(flooded.slice(0, BURST), 0.95);
    console.log(
      `fairness quota_per_s=${quota.toFixed(0)} submitted_per_s=${rate.toFixed(0)}`,
      `accepted_per_s=${(result.accepted / result.seconds).toFixed(0)}`,
      `idle_p50_ms=${percentile(idle, 0.5).toFixed(0)} idle_p95_ms=${before.toFixed(0)}`,
      `flooded_p50_ms=${percentile(flooded, 0.5).toFixed(0)} flooded_p95_ms=${during.toFixed(0)}`,
      `burst_p95_ms=${burst.toFixed(0)} steady_p95_ms=${percentile(flooded.slice(BURST), 0.95).toFixed(0)}`,
      `ratio=${(during / before).toFixed(2)} refused=${JSON.stringify(result.refused)}`,
    );
    assert.ok(rate >= quota * (OVERLOAD - 1), `the flood came to ${rate} a second only`);
    const taken = result.accepted + full;
    assert.ok(taken >= 0.9 * result.attempts, `the pool looked at ${taken} of ${result.attempts} only`);
    assert.ok(burst <= 2 * before, `p95 grew from ${before} to ${burst} ms while the bucket lasted`);
    assert.ok(during <= 2 * before, `p95 grew from ${before} to ${during} ms`);
  });
}
