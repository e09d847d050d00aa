const { step } = require('./step.js');

module.exports = step('two of four are lost: finality stops, blocks and motions go on', async (net) => {
  net.memory.lost = Date.now();
  net.kill('charlie');
  net.kill('dave');
  await net.sleep(3_000);
  const [finalized, best] = [await net.finalized('alice'), await net.best('alice')];
  await net.until(60, 'blocks are made', async () => (await net.best('alice')) >= best + 5);
  const later = await net.finalized('alice');
  if (later !== finalized) throw new Error(`finalized went from ${finalized} to ${later}`);
});
