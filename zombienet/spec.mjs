// Writes the raw specification of a chain for networks: `node spec.mjs CHAIN FILE`; HUANGPU_NODE is the node's program.
//
// It is the chain `local` with short sessions and, in some networks, a fifth organisation, or the runtime of the release
// before. Zombienet is given the raw form: a plain one it would edit, and name validators by accounts that are no
// organisation's.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady, encodeAddress } from '@polkadot/util-crypto';
import { u8aToHex } from '@polkadot/util';
import { keyless, LOADERS } from './checks/accounts.mjs';
import { oldBallots } from './checks/ballots.mjs';

/** Blocks of a session: each of five validators has two turns, so that one late block makes nobody silent. */
const SESSION_BLOCKS = 10;

/** What the fifth organisation is at genesis. */
const CHAINS = {
  four: 'none',
  'five-members': 'member',
  'five-validators': 'validator',
  'release-before': 'none',
};

/** The release before this one, whose layout checks/ballots.mjs knows. */
const BEFORE = new URL('../runtime/releases/102.compact.compressed.wasm', import.meta.url);

const [name, file] = process.argv.slice(2);
const fifth = CHAINS[name];
if (!fifth || !file) {
  console.error(`usage: node spec.mjs ${Object.keys(CHAINS).join('|')} FILE`);
  process.exit(2);
}

const node = process.env.HUANGPU_NODE ?? 'huangpu-node';
// A specification holds the runtime, twice as long in hex.
const exported = (...args) =>
  execFileSync(node, ['export-chain-spec', ...args], {
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

await cryptoWaitReady();
const eve = (type) => new Keyring({ type }).addFromUri('//Eve').address;

const spec = JSON.parse(exported('--chain', 'local'));
spec.name = `Huangpu ${name}`;
const { patch } = spec.genesis.runtimeGenesis;
patch.validators = { ...patch.validators, sessionBlocks: SESSION_BLOCKS };
if (fifth !== 'none') {
  patch.members.organisations.push({
    identifier: 'foreign:Test#5',
    name: 'Fifth',
    kind: 'Platform',
    roles: ['Platform'],
    controller: eve('sr25519'),
    tier: 'Standard',
    seated: false,
    delegates: [],
  });
}
if (fifth === 'validator') {
  const account = encodeAddress(keyless(5), spec.properties.ss58Format);
  patch.session.keys.push([account, account, { aura: eve('sr25519'), grandpa: eve('ed25519') }]);
}

const old = name === 'release-before';
if (old) {
  spec.genesis.runtimeGenesis.code = u8aToHex(readFileSync(BEFORE));
  // What that release did not know yet.
  delete patch.intervals;
  delete patch.money;
  for (const [place, account] of LOADERS.entries()) {
    const { address } = new Keyring({ type: 'sr25519' }).addFromUri(account);
    patch.members.organisations[place].delegates.push([address, ['Emissions']]);
  }
}

const dir = mkdtempSync(join(tmpdir(), 'huangpu-spec-'));
try {
  const plain = join(dir, 'plain.json');
  writeFileSync(plain, JSON.stringify(spec));
  const raw = JSON.parse(exported('--chain', plain, '--raw'));
  // Records whose layout the upgrade changes: more than it can move in one block.
  if (old) Object.assign(raw.genesis.raw.top, oldBallots());
  writeFileSync(file, JSON.stringify(raw));
} finally {
  rmSync(dir, { recursive: true });
}
