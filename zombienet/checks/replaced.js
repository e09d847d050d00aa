const { step } = require('./step.js');

/** Blocks from the forced change to its effect: long enough that nobody is on another fork. */
const DELAY = 5;

const MACHINES = [
  [3, 'spare-charlie'],
  [4, 'spare-dave'],
];

module.exports = step('their organisations set keys of other machines', async (net) => {
  const api = await net.connect();
  net.memory.begin = Date.now();
  const alive = ['alice', 'bob', 'spare-charlie', 'spare-dave'];
  net.memory.stopped = Math.max(...(await Promise.all(alive.map(net.finalized))));
  // The council agrees beforehand, so that only the motion's end has to come in time.
  const note = api.tx.grandpa.noteStalled(DELAY, net.memory.stopped);
  net.memory.motion = await net.propose([1, 2, 3], api.tx.seats.enact(note));
  const set = MACHINES.map(([org, name]) => net.setNewKeys(org, name));
  net.memory.keys = await Promise.all(set);
  await net.until(90, 'the keys are planned', async () => {
    const queued = (await api.query.session.queuedKeys()).toHex();
    return net.memory.keys.every(({ all }) => queued.includes(all.slice(2)));
  });
  net.memory.planned = await net.session();
});
