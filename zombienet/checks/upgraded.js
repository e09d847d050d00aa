const { step } = require('./step.js');

/** Transactions a second of each sender. */
const RATE = 10;

module.exports = step('the council upgrades the runtime, and no transaction is lost', async (net) => {
  const { readFile } = await import('node:fs/promises');
  const { u8aToHex } = await import('@polkadot/util');
  const { blake2AsHex } = await import('@polkadot/util-crypto');
  const { BALLOTS, oldPrefix } = await import('./ballots.mjs');
  const { Load } = await import('./load.mjs');

  const api = await net.connect();
  const from = api.runtimeVersion.specVersion.toNumber();
  const code = await readFile(process.env.HUANGPU_RUNTIME);
  const old = async () => (await net.rpc('alice', 'state_getKeysPaged', oldPrefix(), 1_000)).length;
  if ((await old()) === 0) throw new Error('the release before keeps no ballots: nothing would move');
  const loads = net.loaders().map((signer) => new Load(api, signer, RATE));
  await net.sleep(5_000);

  const authorize = api.tx.seats.enact(api.tx.system.authorizeUpgrade(blake2AsHex(code, 256)));
  const result = await net.motion([1, 2, 3], authorize);
  if (result !== 'Ok') throw new Error(`the council was answered ${result}`);
  const begin = Date.now();
  const finalized = await net.finalized('alice');
  // It is not watched: what the API knows of the chain changes with the block that it is in.
  const apply = api.tx.system.applyAuthorizedUpgrade(u8aToHex(code));
  await apply.signAndSend(net.controller(1), { nonce: -1 });
  const to = await net.until(60, 'the new runtime runs', async () => {
    const { specVersion } = await net.rpc('alice', 'state_getRuntimeVersion');
    return specVersion > from ? specVersion : undefined;
  });
  net.measured('upgrade_versions', `${from}-${to}`);
  net.measured('upgrade_seconds_until_it_runs', net.seconds(begin));

  // Records move in the blocks that follow, which hold nothing else meanwhile.
  const moved = await net.until(120, 'the records have moved, and that is final', async () => {
    const at = await api.at(await api.rpc.chain.getFinalizedHead());
    if (at.runtimeVersion.specVersion.toNumber() < to) return undefined;
    return (await at.query.migrations.cursor()).isNone ? at : undefined;
  });
  net.measured('upgrade_seconds_until_records_moved', net.seconds(begin));
  const ballots = (await moved.query.seats.lastBallots.keys()).length;
  if (ballots !== BALLOTS) throw new Error(`${ballots} ballots instead of ${BALLOTS}`);
  if ((await old()) > 0) throw new Error('ballots of the old layout are left');

  await net.sleep(5_000);
  const stopped = Promise.all(loads.map((load) => load.stop()));
  stopped.catch(() => {});
  await net.until(90, 'all transactions are in final blocks', async () => {
    if (await Promise.race([stopped, undefined])) return true;
    throw new Error(loads.map(({ trouble }) => trouble ?? 'none was refused').join('; '));
  });
  net.measured('upgrade_blocks_meanwhile', (await net.finalized('alice')) - finalized);
  const [sent, signed] = ['sent', 'signed'].map((of) => loads.reduce((sum, load) => sum + load[of], 0));
  let included = 0;
  for (const load of loads) included += await load.final();
  if (included !== sent) throw new Error(`${included} of ${sent} transactions are in final blocks`);
  net.measured('upgrade_transactions', sent);
  net.measured('upgrade_transactions_signed_again', signed - sent);
});
