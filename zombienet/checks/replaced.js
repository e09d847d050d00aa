const { step } = require('./step.js');

const MACHINES = [
  [3, 'spare-charlie'],
  [4, 'spare-dave'],
];

/** New keys of a machine, made by the operators' script there and told to the chain by the organisation. */
async function replace(net, org, machine) {
  const { keys, proof } = await net.rotateKeys('--org', `${org}`, '--url', net.httpOf(machine));
  await net.huangpu(org, 'validators', 'set-keys', '--keys', keys, '--proof', proof);
  return { aura: keys.slice(0, 66), grandpa: `0x${keys.slice(66)}` };
}

// From here on by the command only, as the operators' guide says: nothing that it reads or sends is final.
module.exports = step('the council agrees to note the stall, organisations set keys of other machines', async (net) => {
  net.memory.begin = Date.now();
  const alive = ['alice', 'bob', 'spare-charlie', 'spare-dave'];
  net.memory.stopped = Math.max(...(await Promise.all(alive.map(net.finalized))));
  // The council agrees beforehand, so that only the motion's end has to come in time.
  const { motion } = await net.huangpu(1, 'council', 'note-stalled', '--finalized', `${net.memory.stopped}`);
  for (const org of [2, 3]) {
    await net.huangpu(org, 'council', 'vote', motion.hash, 'yes', '--index', `${motion.index}`);
  }
  net.memory.motion = motion.hash;
  const early = await net.huangpu(1, 'council', 'close', motion.hash).catch(({ stderr }) => stderr);
  if (!/no other validators or keys are planned/.test(early)) throw new Error(`closed too early: ${JSON.stringify(early)}`);
  // Both in one session, and so early in it.
  const { sessionBlocks } = await net.huangpu(1, 'validators', 'list');
  await net.until(60, 'a session begins', async () => (await net.best('alice')) % sessionBlocks < sessionBlocks / 2);
  net.memory.keys = await Promise.all(MACHINES.map(([org, machine]) => replace(net, org, machine)));
  await net.until(120, 'the keys are planned', async () => {
    return (await net.huangpu(1, 'validators', 'list')).changePlanned;
  });
});
