const { step } = require('./step.js');

module.exports = step('it returns, catches up and makes blocks again', async (net) => {
  const begin = Date.now();
  net.start(net.node);
  await net.until(60, `${net.node} is where the others are`, async () => {
    const [its, others] = await Promise.all([net.finalized(net.node), net.finalized('alice')]);
    return its > 0 && its >= others - 2;
  });
  net.measured('killed_seconds_from_start_to_caught_up', net.seconds(begin));
  const { aura } = await net.keysOf(4);
  await net.finalizedBlockBy(aura, await net.best('alice'), 40);
  net.measured('killed_seconds_from_start_to_own_block', net.seconds(begin));
});
