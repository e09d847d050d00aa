const { step } = require('./step.js');

module.exports = step('the council notes the stall: finality goes on by the new keys', async (net) => {
  const api = await net.connect();
  const { keys, stopped } = net.memory;
  const closed = await net.huangpu(1, 'council', 'close', net.memory.motion);
  if (closed.finalized !== false) throw new Error('nothing can be final yet');
  const noted = Date.now();
  await net.until(180, 'a block is finalized again', async () => {
    return (await net.finalized('alice')) > stopped;
  });
  net.measured('two_of_four_lost_seconds_from_motion_to_finality', net.seconds(noted));
  net.measured('two_of_four_lost_seconds_from_new_keys_to_finality', net.seconds(net.memory.begin));
  const list = await net.finalizers();
  for (const [place, { aura, grandpa }] of keys.entries()) {
    if (!list.includes(grandpa)) throw new Error(`organisation ${place + 3} does not finalize`);
    await net.finalizedBlockBy(aura, stopped, 40);
  }
  const height = await net.best('alice');
  await net.until(60, 'all machines have finalized what was made meanwhile', async () => {
    const alive = ['alice', 'bob', 'spare-charlie', 'spare-dave'];
    const heights = await Promise.all(alive.map(net.finalized));
    return heights.every((finalized) => finalized > height);
  });
  const ofRuntime = (await api.query.grandpa.currentSetId()).toNumber();
  const { setId } = await net.rpc('alice', 'grandpa_roundState');
  if (setId !== ofRuntime) throw new Error(`nodes are at set ${setId}, the runtime at ${ofRuntime}`);
});
