// The chain as the unmodified Polkadot.js API sees it. `scripts/run.sh --once --then …` has replayed a plant
// into it before; HUANGPU_URL says where it is, HUANGPU_CSV which file was replayed, if one was.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import { bnToU8a, compactAddLength, compactToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsU8a } from '@polkadot/util-crypto';

const url = process.env.HUANGPU_URL ?? 'ws://127.0.0.1:9944';
const csv = process.env.HUANGPU_CSV;
/** Micrograms of CO2e per watt-hour, as scripts/run.sh publishes it. */
const FACTOR = 536_600n;

let provider;
let api;
let keyring;

before(async () => {
  provider = new WsProvider(url);
  api = await ApiPromise.create({ provider, noInitWarn: true });
  keyring = new Keyring({ type: 'sr25519' });
});
after(() => api?.disconnect());

/** The finalized block of highest number whose extrinsics contain one that `wanted` accepts. */
async function findBlock(wanted) {
  let hash = await api.rpc.chain.getFinalizedHead();
  for (;;) {
    const signed = await api.rpc.chain.getBlock(hash);
    if (signed.block.extrinsics.some(wanted)) {
      return signed.block;
    }
    assert.notEqual(signed.block.header.number.toNumber(), 0, 'no such block');
    hash = signed.block.header.parentHash;
  }
}

/** Sends a call and waits until it is finalized; its events. */
function finalized(call, signer) {
  return new Promise((resolve, reject) => {
    call
      .signAndSend(signer, ({ status, events, dispatchError, isError }) => {
        if (dispatchError) reject(new Error(dispatchError.toString()));
        if (isError) reject(new Error(status.toString()));
        if (status.isFinalized) resolve(events);
      })
      .catch(reject);
  });
}

const months = async () => {
  const entries = await api.query.devices.monthTotals.entries(1);
  return new Map(entries.map(([key, total]) => [key.args[1].toNumber(), total.unwrap()]));
};

test('the organisations can be read', async () => {
  const entries = await api.query.members.organisations.entries();
  const names = entries.map(([, organisation]) => organisation.unwrap().profile.name.toUtf8());
  assert.equal(names.length, 4);
  assert.ok(names.includes('Huangpu Steel Works'), names.join(', '));
});

test('the council is who has a seat', async () => {
  const members = await api.query.council.members();
  const seats = await api.query.members.seats.keys();
  assert.equal(members.length, seats.length);
  const set = await api.call.validatorsApi.validatorSet();
  assert.deepEqual(set.authors.map((org) => org.toNumber()), [1]);
});

test('the devices can be read', async () => {
  const device = (await api.query.devices.devices(1)).unwrap();
  assert.equal(device.org.toNumber(), 2);
  assert.equal(device.status.type, 'Active');
  const cursor = await api.query.devices.cursors(1);
  assert.ok(cursor.sequence.toNumber() > 0, 'it has reported');
});

test('a block with a signed call can be printed', async () => {
  const block = await findBlock(({ isSigned }) => isSigned);
  const printed = block.toHuman();
  const call = printed.extrinsics.find(({ isSigned }) => isSigned);
  assert.equal(call.method.section, 'emissions');
  assert.equal(call.tip, '0');
  assert.ok(call.signer.Id, 'the signer is printed');
});

test('a block with a device report can be printed', async () => {
  const isReport = ({ method }) => method.section === 'devices' && method.method === 'submitReports';
  const block = await findBlock(isReport);
  const printed = block.toHuman();
  const call = printed.extrinsics.find((extrinsic) => isReport(extrinsic));
  assert.equal(call.method.args.org, '2');
  const [{ report, signature }] = call.method.args.reports;
  assert.equal(report.device, '1');
  assert.match(signature.Ed25519, /^0x[0-9a-f]{128}$/);
});

/** A meter of the steel works that signs its own reports, as docs/spec/report-v1.md says. */
async function installMeter(signer) {
  const pair = new Keyring({ type: 'ed25519' }).addFromUri('//a meter of its own');
  const installed = Date.UTC(2018, 0, 2);
  const registration = {
    key: { Ed25519: pair.publicKey },
    unit: 'WattHour',
    direction: 'Import',
    multiplier: 1,
    rollover: null,
    openingRegister: 0,
    installed,
    calibratedUntil: null,
  };
  const events = await finalized(api.tx.devices.registerDevice('own meter', registration), signer);
  const { event } = events.find(({ event }) => api.events.devices.DeviceRegistered.is(event));
  const device = event.data.device.toNumber();
  let [sequence, previous, register] = [0, new Uint8Array(32), 0];
  /** The next hour's report, signed. */
  return () => {
    const at = (hours) => bnToU8a(installed + hours * 3_600_000, { bitLength: 64, isLe: true });
    const u32 = (value) => bnToU8a(value, { bitLength: 32, isLe: true });
    const u64 = (value) => bnToU8a(value, { bitLength: 64, isLe: true });
    const report = u8aConcat(
      ...[u32(device), u32(sequence + 1), previous, at(sequence), at(sequence + 1)],
      ...[u32(4), u32(0), u64(register), u64(register + 5), new Uint8Array(32).fill(1)],
    );
    const domain = stringToU8a('huangpu/report/v1');
    const hash = blake2AsU8a(u8aConcat(domain, api.genesisHash.toU8a(), report));
    [sequence, previous, register] = [sequence + 1, hash, register + 5];
    return u8aConcat(report, [0], pair.sign(hash));
  };
}

/** A batch of one report, as a general transaction: version 5, extensions as they are by default. */
function batch(signed) {
  const { callIndex } = api.tx.devices.submitReports;
  const org = bnToU8a(2, { bitLength: 32, isLe: true });
  const call = u8aConcat(callIndex, org, compactToU8a(1), signed);
  // General, extension version 0; immortal, nonce 0, tip 0.
  return u8aToHex(compactAddLength(u8aConcat([0x45, 0, 0, 0, 0], call)));
}

test('a block with a signed call and a device report can be printed', { timeout: 120_000 }, async () => {
  const bob = keyring.addFromUri('//Bob');
  const nextReport = await installMeter(bob);
  const isReport = ({ method }) => method.section === 'devices' && method.method === 'submitReports';
  for (let attempt = 0; attempt < 10; attempt += 1) {
    // As bytes: the API encodes the preamble of a general transaction twice.
    const report = provider.send('author_submitExtrinsic', [batch(nextReport())]);
    await Promise.all([report, finalized(api.tx.system.remark(`beside report ${attempt}`), bob)]);
    const { extrinsics } = await findBlock(isReport);
    if (!extrinsics.some(({ isSigned }) => isSigned)) continue;
    const printed = extrinsics.map((extrinsic) => extrinsic.toHuman());
    const called = printed.find(({ isSigned }) => isSigned);
    assert.equal(called.method.section, 'system');
    const reported = printed.find((_, index) => isReport(extrinsics[index]));
    assert.equal(reported.method.args.reports.length, 1);
    return;
  }
  assert.fail('ten times they came into different blocks');
});

test('what a call costs can be asked', async () => {
  const bob = keyring.addFromUri('//Bob');
  const info = await api.tx.system.remark('0x00').paymentInfo(bob);
  assert.equal(info.partialFee.toBigInt(), 0n);
  assert.ok(info.weight.refTime.toBigInt() > 0n);
});

test('a signed call is finalized', { timeout: 60_000 }, async () => {
  const bob = keyring.addFromUri('//Bob');
  const events = await finalized(api.tx.system.remarkWithEvent('0x68656c6c6f'), bob);
  assert.ok(events.some(({ event }) => api.events.system.Remarked.is(event)));
});

test('an outsider is refused with a number', async () => {
  const ferdie = keyring.addFromUri('//Ferdie');
  const call = api.tx.system.remark('0x00').signAndSend(ferdie);
  await assert.rejects(call, /Custom error: 1\b/);
});

test('a tip is refused with a number', async () => {
  const bob = keyring.addFromUri('//Bob');
  const call = api.tx.system.remark('0x00').signAndSend(bob, { tip: 1 });
  await assert.rejects(call, /Custom error: 20\b/);
});

/** Watt-hours per month of the file, by exact arithmetic of its own; months count from January 1970. */
function monthsOfFile(file) {
  const [header, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const [date, usage] = [columns.indexOf('date'), columns.indexOf('Usage_kWh')];
  const totals = new Map();
  for (const row of rows) {
    const cells = row.split(',');
    // The row of 00:00 stands last among its day's rows: it is that day's 24:00, so its label's month is
    // its month.
    const [, month, year] = cells[date].split(' ')[0].split('/').map(Number);
    const [whole, fraction = ''] = cells[usage].split('.');
    const wattHours = BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0'));
    const key = (year - 1970) * 12 + month - 1;
    totals.set(key, (totals.get(key) ?? 0n) + wattHours);
  }
  return { totals, rows: rows.length };
}

test('the chain has the file, to the last watt-hour and gram', { skip: !csv }, async () => {
  const file = monthsOfFile(csv);
  const chain = await months();
  assert.deepEqual([...chain.keys()].sort(), [...file.totals.keys()].sort());
  let readings = 0n;
  for (const [month, total] of chain) {
    assert.equal(total.measured.toBigInt(), file.totals.get(month), `month ${month}`);
    assert.equal(total.uncalibrated.toBigInt() + total.gap.toBigInt(), 0n);
    readings += total.readings.toBigInt();
  }
  assert.equal(readings, BigInt(file.rows));

  const activities = await api.query.emissions.activities.entries(1);
  assert.equal(activities.length, file.totals.size);
  for (const [key, activity] of activities) {
    const wattHours = file.totals.get(key.args[1].toNumber());
    assert.equal(activity.unwrap().measured.toBigInt(), wattHours);
  }
  // Grams come from the runtime's own answer: SourceMonthView, whose last field is Option<u128>.
  const raw = await api.rpc.state.call('EmissionsApi_source_months', '0x01000000' + '0000' + 'ff000000');
  const views = api.createType('Vec<(u32, u16, u128, u128, u64, Option<u64>, Option<u128>)>', raw.toU8a(true));
  assert.equal(views.length, file.totals.size);
  for (const [, month, , , , factor, grams] of views) {
    const wattHours = file.totals.get(month.toNumber());
    assert.equal(factor.unwrap().toBigInt(), FACTOR);
    assert.equal(grams.unwrap().toBigInt(), (wattHours * FACTOR + 500_000n) / 1_000_000n);
  }
});

test('one report a day', { skip: !csv }, async () => {
  const reports = [...(await months()).values()].reduce((sum, m) => sum + m.reports.toNumber(), 0);
  assert.ok(reports <= 250, `${reports} reports`);
});
