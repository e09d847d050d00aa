const { step } = require('./step.js');

/** How far behind finality is before the council may say that it stands still: FINALITY_STANDS of primitives/src/nodes.rs. */
const STANDS = 30;

module.exports = step('two of four are lost: finality stops, blocks go on', async (net) => {
  net.kill('charlie');
  net.kill('dave');
  await net.sleep(3_000);
  const finalized = await net.finalized('alice');
  await net.until(180, 'blocks are made', async () => (await net.best('alice')) > finalized + STANDS);
  const later = await net.finalized('alice');
  if (later !== finalized) throw new Error(`finalized went from ${finalized} to ${later}`);
});
