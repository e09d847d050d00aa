// The chain as the unmodified Polkadot.js API sees it. `scripts/run.sh --once --then …` has replayed a plant
// into it before; HUANGPU_URL says where it is, HUANGPU_CSV which file was replayed, if one was.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';

const url = process.env.HUANGPU_URL ?? 'ws://127.0.0.1:9944';
const csv = process.env.HUANGPU_CSV;
/** Micrograms of CO2e per watt-hour, as scripts/run.sh publishes it. */
const FACTOR = 536_600n;

let api;
let keyring;

before(async () => {
  api = await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
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
      .signAndSend(signer, ({ status, events, dispatchError }) => {
        if (dispatchError) reject(new Error(dispatchError.toString()));
        if (status.isError) reject(new Error(status.toString()));
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
  assert.equal(names.length, 3);
  assert.ok(names.includes('Huangpu Steel Works'), names.join(', '));
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
