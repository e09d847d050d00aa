// What the steps of the networks' tests share: nodes and what they know, calls and motions, waiting and measuring.
// One process runs all steps of a network, so what one of them notes is there for the next.

import { execFile, spawn } from 'node:child_process';
import { appendFileSync, createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import { u8aToBn, u8aToHex } from '@polkadot/util';
import { base58Decode } from '@polkadot/util-crypto';
import { CONTROLLERS, keyless, LOADERS } from './accounts.mjs';

export { keyless, sleep };

// Zombienet's own record of its processes. It ends them by this record, so whoever kills or starts a node has to
// keep it; the test language can pause and resume, but not leave a node dead for a while.
const { getClient } = createRequire(import.meta.url)(
  '@zombienet/orchestrator/dist/providers/client.js',
);

/** Where titles of passed steps and measured values go; scripts/networks.sh reads it. */
const notes = process.env.HUANGPU_NETWORK_NOTES;
const note = (line) => {
  if (notes) appendFileSync(notes, `${line}\n`);
  console.log(line);
};

/** What earlier steps remember for later ones. */
export const memory = {};

let failed;

/** Runs a step, unless one before it has failed: then its result would mean nothing. */
export async function perform(title, action, { node, network, args }) {
  if (failed) throw new Error(`not tried, because this failed: ${failed}`);
  const begin = Date.now();
  try {
    await action({ ...library(network), node, args });
    note(`ok ${((Date.now() - begin) / 1000).toFixed(1)} s  ${title}`);
  } catch (error) {
    failed = title;
    note(`FAILED ${title}: ${error.message}`);
    throw error;
  }
}

/** A value for the table of the operators' guide. */
const measured = (name, value) => note(`${name}=${value}`);

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

/** Waits until something holds, at most so long; what held. */
async function until(within, what, holds) {
  const end = Date.now() + within * 1000;
  let trouble;
  while (Date.now() < end) {
    try {
      const answer = await holds();
      if (answer) return answer;
      trouble = undefined;
    } catch (error) {
      trouble = error.message;
    }
    await sleep(200);
  }
  throw new Error(`not within ${within} s: ${what}${trouble ? ` (${trouble})` : ''}`);
}

const within = (limit, what, promise) => {
  const stop = new AbortController();
  const late = sleep(limit * 1000, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`not within ${limit} s: ${what}`);
  });
  late.catch(() => {});
  return Promise.race([promise, late]).finally(() => stop.abort());
};

const connections = new Map();
const keyring = new Keyring({ type: 'sr25519' });
const controller = (org) => keyring.addFromUri(CONTROLLERS[org - 1]);

/** Who puts load on the chain. */
const loaders = () => LOADERS.map((account) => keyring.addFromUri(account));

/** The name of what went wrong in a call. */
function nameOf(api, error) {
  if (!error.isModule) return error.toString();
  const { section, name } = api.registry.findMetaError(error.asModule);
  return `${section}.${name}`;
}

/** What steps can do, on a network. */
function library(network) {
  const uriOf = (name) => network.nodesByName[name].wsUri;
  const httpOf = (name) => uriOf(name).replace(/^ws/, 'http');

  /** Asks a node over HTTP: that needs no connection which a killed node would leave half open. */
  const rpc = async (name, method, ...params) => {
    const response = await fetch(httpOf(name), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(5_000),
    });
    const { result, error } = await response.json();
    if (error) throw new Error(`${method}: ${error.message} ${error.data ?? ''}`);
    return result;
  };
  const numberOf = (header) => Number.parseInt(header.number, 16);
  const best = async (name) => numberOf(await rpc(name, 'chain_getHeader'));
  const finalized = async (name) =>
    numberOf(await rpc(name, 'chain_getHeader', await rpc(name, 'chain_getFinalizedHead')));

  /** With how many others a node exchanges blocks. */
  const peers = async (name) => (await rpc(name, 'system_health')).peers;
  /** A node's network key: a peer id is some prefix and the key. */
  const nodeKey = async (name) => base58Decode(await rpc(name, 'system_localPeerId')).slice(-32);

  /** A connection to a node, kept for later steps. */
  const connect = async (name = 'alice') => {
    if (!connections.has(name)) {
      const created = ApiPromise.create({ provider: new WsProvider(uriOf(name)), noInitWarn: true });
      connections.set(name, await within(30, `connect to ${name}`, created));
    }
    return connections.get(name);
  };

  /** Sends a call; its events, once it is in a block. Finality is not waited for: some steps have none. */
  const send = async (signer, call) => {
    const api = await connect();
    const included = new Promise((resolve, reject) => {
      call
        .signAndSend(signer, { nonce: -1 }, ({ status, events, dispatchError, isError }) => {
          if (dispatchError) reject(new Error(nameOf(api, dispatchError)));
          else if (status.isInBlock) resolve(events);
          else if (isError) reject(new Error(status.toString()));
        })
        .catch(reject);
    });
    const { section, method } = call.method;
    return within(60, `${section}.${method} is in a block`, included);
  };
  /** Sends an organisation's call, signed by its controller. */
  const sendBy = (org, call) => send(controller(org), call);
  /** Sends a call from an organisation's keyless account. */
  const sendAs = async (org, call) => {
    const api = await connect();
    return sendBy(org, api.tx.members.actAs(org, call));
  };

  /** Moves a motion and lets organisations agree to it; it still has to be closed. */
  const propose = async (ayes, call) => {
    const api = await connect();
    const { council } = api.tx;
    const { weight } = await call.paymentInfo(controller(ayes[0]));
    const index = (await api.query.council.proposalCount()).toNumber();
    const motion = { hash: call.method.hash, length: call.method.encodedLength, index, weight };
    await sendAs(ayes[0], council.propose(ayes.length, call, motion.length));
    await Promise.all(ayes.map((org) => sendAs(org, council.vote(motion.hash, index, true))));
    return motion;
  };
  /** Closes a motion that enough agree to; `Ok`, or the error of its call. */
  const close = async (org, { hash, index, weight, length }) => {
    const api = await connect();
    const events = await sendAs(org, api.tx.council.close(hash, index, weight, length));
    const executed = events.find(({ event }) => api.events.council.Executed.is(event));
    if (!executed) throw new Error('the motion was closed, its call not made');
    const { result } = executed.event.data;
    return result.isOk ? 'Ok' : nameOf(api, result.asErr);
  };
  /** A motion from proposal to call. */
  const motion = async (ayes, call) => close(ayes[0], await propose(ayes, call));

  /** Session keys of an organisation as the chain will use them next, in hex: Aura's, then GRANDPA's. */
  const keysOf = async (org) => {
    const api = await connect();
    const keys = await api.query.session.nextKeys(keyless(org));
    return keys.isSome ? { all: keys.toHex(), ...split(keys.unwrap().toHex()) } : undefined;
  };
  const split = (hex) => ({ aura: hex.slice(0, 66), grandpa: `0x${hex.slice(66)}` });

  /** What scripts/operators/rotate-keys.sh answers. */
  const rotateKeys = async (...args) => {
    const script = fileURLToPath(new URL('../../scripts/operators/rotate-keys.sh', import.meta.url));
    const { stdout } = await promisify(execFile)(script, args, { timeout: 60_000 });
    return Object.fromEntries(stdout.trim().split('\n').map((line) => line.split('=')));
  };
  /** Runs a command of an organisation's controller, as people do, through a node; what it answers. */
  const huangpu = async (org, ...args) => {
    const who = ['--url', uriOf('alice'), '--signer', CONTROLLERS[org - 1], '--json'];
    const run = promisify(execFile)(process.env.HUANGPU, [...who, ...args], { timeout: 180_000 });
    return JSON.parse((await run).stdout);
  };
  /** Makes new keys on a node with the operators' script, and sets them for an organisation. */
  const setNewKeys = async (org, name) => {
    const api = await connect();
    const { keys, proof } = await rotateKeys('--org', `${org}`, '--url', httpOf(name));
    await sendAs(org, api.tx.session.setKeys(keys, proof));
    return { all: keys, ...split(keys) };
  };

  /** Who finalizes at a block, as the runtime says it: GRANDPA's keys in hex. */
  const finalizers = async () => {
    const api = await connect();
    const list = await api.call.grandpaApi.grandpaAuthorities();
    return list.map(([key]) => key.toHex());
  };
  /** The organisations that run the validators of this session. */
  const validators = async () => {
    const api = await connect();
    const orgOf = new Map([1, 2, 3, 4, 5].map((org) => [u8aToHex(keyless(org)), org]));
    const accounts = await api.query.session.validators();
    return accounts.map((account) => orgOf.get(account.toHex())).sort();
  };
  const session = async () => (await (await connect()).query.session.currentIndex()).toNumber();

  /** The Aura key that made a block of this number. */
  const authorOf = async (number) => {
    const api = await connect();
    const header = await api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(number));
    const [, slot] = header.digest.logs.find((log) => log.isPreRuntime).asPreRuntime;
    const authors = await (await api.at(header.parentHash)).query.aura.authorities();
    const place = u8aToBn(slot.toU8a(true), { isLe: true }).modn(authors.length);
    return authors[place].toHex();
  };
  /** Waits for a finalized block that a key made, after a block of this number; its number. */
  const finalizedBlockBy = async (key, after, limit) => {
    let next = after + 1;
    return until(limit, `a finalized block by ${key}`, async () => {
      for (const last = await finalized('alice'); next <= last; next += 1) {
        if ((await authorOf(next)) === key) return next;
      }
      return undefined;
    });
  };

  const processOf = (name) => getClient().processMap[name];
  /** Kills a node, as a machine that loses its power does. */
  const kill = (name) => {
    const { pid } = processOf(name);
    process.kill(pid, 'SIGKILL');
    processOf(name).pid = undefined;
    memory[`${name} died`] = Date.now();
  };
  /** Starts a node that was killed, on the same database. */
  const start = (name) => {
    const { cmd, logs } = processOf(name);
    const log = createWriteStream(logs, { flags: 'a' });
    const child = spawn('bash', ['-c', ...cmd], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    processOf(name).pid = child.pid;
  };

  return {
    authorOf,
    best,
    close,
    connect,
    controller,
    finalized,
    finalizedBlockBy,
    finalizers,
    httpOf,
    huangpu,
    keyless,
    keysOf,
    kill,
    loaders,
    measured,
    memory,
    motion,
    nodeKey,
    peers,
    propose,
    rotateKeys,
    rpc,
    seconds,
    send,
    sendAs,
    sendBy,
    session,
    setNewKeys,
    sleep,
    start,
    tmpDir: network.tmpDir,
    until,
    validators,
  };
}
