const { step } = require('./step.js');

module.exports = step('with another one away, the new keys are needed, and finality goes on', async (net) => {
  // Three of four votes: without the rotated one there are two.
  const height = await net.best('alice');
  await net.until(60, 'five blocks are finalized', async () => {
    return (await net.finalized('alice')) >= height + 5;
  });
  await net.finalizedBlockBy(net.memory.rotated.aura, height, 30);
});
