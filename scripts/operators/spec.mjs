// Writes the plain specification of a consortium's chain for chain-spec.sh: `node spec.mjs CONSORTIUM PARTS ADMISSION
// FILE`, ADMISSION being `open` or `registered`. HUANGPU_NODE is the node's program. What is wrong with the
// description or with a founder's part is one sentence.
//
// It is the chain `local` with other founders. Nothing here needs a package: addresses are read and written by the
// node's own program.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The least that tolerates one that fails, and what `pallet-validators` never goes below. */
const MIN_VALIDATORS = 4;
/** What `pallet-validators` takes. */
const SESSION_BLOCKS = { least: 2, most: 86_400, usual: 600 };

class Slip extends Error {}
const refuse = (sentence) => {
  throw new Slip(sentence);
};

const node = process.env.HUANGPU_NODE;
// A specification holds the runtime, twice as long in hex.
const ask = (...args) =>
  execFileSync(node, args, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(`${file} is no JSON that can be read: ${error.message}`);
  }
};

/** What the node says of a key, or nothing: it ends well even where it knows nothing. */
const inspect = (...args) => {
  const answer = ask('key', 'inspect', '--output-type', 'json', ...args);
  return answer.startsWith('{') ? JSON.parse(answer) : undefined;
};
/** The address of a public key in hex. */
const addressOf = (key, scheme) =>
  inspect('--public', key, '--scheme', scheme)?.ss58PublicKey ?? refuse(`${key} is no ${scheme} key`);
/** Never asked of the node unless it looks like an address: it takes secrets, and names of keys that all have. */
const isAccount = (address) =>
  /^5[1-9A-HJ-NP-Za-km-z]{46,48}$/.test(address) && inspect(address)?.ss58Address === address;

/** An organisation's keyless account: "modl", "hp/membr", the id with its lowest byte first, zeros. */
const keyless = (org) => {
  const account = Buffer.alloc(32);
  account.write('modlhp/membr');
  account.writeUInt32LE(org, 12);
  return addressOf(`0x${account.toString('hex')}`, 'sr25519');
};

/** `research-institute`, as the runtime names it. */
const pascal = (word) => word.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
const kindOf = (word) => {
  const size = /^(micro|small|medium|large)-enterprise$/.exec(word)?.[1];
  return size ? { Enterprise: pascal(size) } : pascal(word);
};

/** Fields that must be there, with their types, and none beside them. */
const check = (what, value, fields) => {
  if (typeof value !== 'object' || value === null) refuse(`${what} is no object`);
  for (const name of Object.keys(value)) {
    if (!(name in fields)) refuse(`${what} has a field \`${name}\`, which nobody knows`);
  }
  for (const [name, isRight] of Object.entries(fields)) {
    if (!isRight(value[name])) refuse(`the field \`${name}\` of ${what} is missing or wrong`);
  }
};
const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isTexts = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const matches = (pattern) => (value) => typeof value === 'string' && pattern.test(value);
const isAbsentOr = (isRight) => (value) => value === undefined || isRight(value);
const isKey = matches(/^0x[0-9a-f]{64}$/);
const isSession = (blocks) =>
  Number.isInteger(blocks) && blocks >= SESSION_BLOCKS.least && blocks <= SESSION_BLOCKS.most;

const CONSORTIUM = {
  name: isText,
  id: matches(/^[a-z][a-z0-9_]{1,30}$/),
  sessionBlocks: isAbsentOr(isSession),
  constituencies: isAbsentOr((value) => typeof value === 'object' && value !== null),
  founders: isTexts,
};
const PART = {
  chain: isText,
  identifier: isText,
  name: isText,
  kind: isText,
  roles: isTexts,
  controller: isText,
  tier: isText,
  seated: (value) => typeof value === 'boolean',
  sessionKeys: (keys) => isKey(keys?.aura) && isKey(keys?.grandpa),
  peer: matches(/^12D3KooW[1-9A-HJ-NP-Za-km-z]{44}$/),
  address: matches(/^\/(ip4|ip6|dns|dns4|dns6)\/[0-9A-Za-z.:-]+\/tcp\/[1-9][0-9]{0,4}$/),
};
const CONSTITUENCY = { seats: Number.isInteger, termDays: Number.isInteger };

/** The founders' parts in the order that the description gives them: an organisation's place is its id. */
const foundersOf = (consortium, folder) => {
  const parts = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    const part = readJson(join(folder, file));
    check(file, part, PART);
    if (part.chain !== consortium.id) refuse(`${file} is for the chain ${part.chain}, not ${consortium.id}`);
    const other = parts.get(part.identifier);
    if (other) refuse(`${other.file} and ${file} have the same identifier, ${part.identifier}`);
    if (!consortium.founders.includes(part.identifier)) {
      refuse(`${file} is of ${part.identifier}, which is not among the founders of the description`);
    }
    parts.set(part.identifier, { ...part, file });
  }
  const names = new Set(consortium.founders);
  if (names.size < consortium.founders.length) refuse('the description names a founder twice');
  return consortium.founders.map(
    (founder) => parts.get(founder) ?? refuse(`there is no part of the founder ${founder} in ${folder}`),
  );
};

/** Nobody has anything that another one has. */
const refuseDoubles = (founders) => {
  const seen = new Map();
  const claim = (value, what, file) => {
    if (seen.has(value)) refuse(`${seen.get(value)} and ${file} have the same ${what}, ${value}`);
    seen.set(value, file);
  };
  for (const { file, controller, sessionKeys, peer, address } of founders) {
    claim(controller, 'controller', file);
    claim(sessionKeys.aura, 'session key', file);
    claim(sessionKeys.grandpa, 'session key', file);
    claim(peer, 'network key', file);
    claim(address, 'address', file);
  }
};

/** What is in the chain `local` has a secret that everybody knows. */
const refuseKnown = (founders, local) => {
  const known = JSON.stringify(local);
  for (const { file, controller, sessionKeys } of founders) {
    const mine = [
      controller,
      addressOf(sessionKeys.aura, 'sr25519'),
      addressOf(sessionKeys.grandpa, 'ed25519'),
    ];
    for (const key of mine) {
      if (known.includes(key)) refuse(`everybody has the secret of ${key} in ${file}: make a key of your own`);
    }
  }
};

const organisation = ({ file, identifier, name, kind, roles, controller, tier, seated }) => {
  if (!isAccount(controller)) refuse(`the controller in ${file}, ${controller}, is no account's address`);
  return {
    identifier,
    name,
    kind: kindOf(kind),
    roles: roles.map(pascal),
    controller,
    tier: pascal(tier),
    seated,
    delegates: [],
  };
};

const sessionKeysOf = ({ sessionKeys }, index) => {
  const account = keyless(index + 1);
  const keys = {
    aura: addressOf(sessionKeys.aura, 'sr25519'),
    grandpa: addressOf(sessionKeys.grandpa, 'ed25519'),
  };
  return [account, account, keys];
};

/** What stands before the key in a peer id: as in `primitives/src/nodes.rs`. The chain takes nodes by their keys. */
const PEER_ID_PREFIX = '002408011220';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The public network key in a founder's peer id. Its first byte is zero, which a number does not show. */
const networkKeyOf = ({ file, peer }) => {
  const number = [...peer].reduce((sum, digit) => sum * 58n + BigInt(BASE58.indexOf(digit)), 0n);
  const hex = number.toString(16).padStart(PEER_ID_PREFIX.length + 64, '0');
  if (!hex.startsWith(PEER_ID_PREFIX) || hex.length > PEER_ID_PREFIX.length + 64) {
    refuse(`the peer in ${file}, ${peer}, is no node's peer id: there is a slip in it`);
  }
  return `0x${hex.slice(PEER_ID_PREFIX.length)}`;
};

/** Who is let in: every node, or registered ones, of which the founders' are the first. */
const nodesOf = (founders, admission) => ({
  nodes: admission === 'registered' ? founders.map((founder, at) => [networkKeyOf(founder), at + 1]) : [],
  admission: pascal(admission),
});

/** The rules of the chain `local`, where the description does not say otherwise. */
const rulesOf = (usual, said = {}) => {
  const rules = new Map(usual);
  for (const [name, rule] of Object.entries(said)) {
    if (!rules.has(pascal(name))) refuse(`there is no constituency ${name}`);
    check(`the constituency ${name}`, rule, CONSTITUENCY);
    rules.set(pascal(name), { seats: rule.seats, term_days: rule.termDays });
  }
  return [...rules];
};

const build = (description, folder, admission) => {
  const consortium = readJson(description);
  check(description, consortium, CONSORTIUM);
  const founders = foundersOf(consortium, folder);
  if (founders.length < MIN_VALIDATORS) {
    refuse(`there are ${founders.length} founders: a chain needs ${MIN_VALIDATORS} validators at least`);
  }
  refuseDoubles(founders);

  const spec = JSON.parse(ask('export-chain-spec', '--chain', 'local'));
  const { patch } = spec.genesis.runtimeGenesis;
  refuseKnown(founders, patch);
  spec.name = consortium.name;
  spec.id = consortium.id;
  spec.chainType = 'Live';
  spec.bootNodes = founders.map(({ address, peer }) => `${address}/p2p/${peer}`);
  spec.genesis.runtimeGenesis.patch = {
    members: { organisations: founders.map(organisation) },
    session: { keys: founders.map(sessionKeysOf) },
    validators: { sessionBlocks: consortium.sessionBlocks ?? SESSION_BLOCKS.usual },
    nodes: nodesOf(founders, admission),
    seats: { rules: rulesOf(patch.seats.rules, consortium.constituencies) },
    // What may be issued on a chain of value, the council decides under an authority.
    instruments: { simulated: [] },
    sudo: { key: null },
  };
  return spec;
};

const [description, folder, admission, file] = process.argv.slice(2);
try {
  writeFileSync(file, JSON.stringify(build(description, folder, admission), null, 2));
} catch (error) {
  if (!(error instanceof Slip)) throw error;
  console.error(`error: ${error.message}`);
  process.exit(1);
}
