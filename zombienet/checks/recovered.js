const { step } = require('./step.js');

module.exports = step('the council notes the stall: finality goes on by the new keys', async (net) => {
  const api = await net.connect();
  const { keys, stopped } = net.memory;
  // The session between planned and active is the right one. Earlier, a forced change is spent on the old keys. Later,
  // the runtime has counted a change of its own which nodes without finality drop: from then on they number sets
  // differently, and no equivocation can be proved any more.
  const result = await net.close(1, net.memory.motion);
  if (result !== 'Ok') throw new Error(`the council was answered ${result}`);
  if ((await net.session()) !== net.memory.planned) throw new Error('the motion came a session late');
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
