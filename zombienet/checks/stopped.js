const { step } = require('./step.js');

const SECONDS = 20;

module.exports = step('two of four are paused: finality stops, blocks go on', async (net) => {
  const heights = async (what) => Promise.all([what('alice'), what('bob')]);
  // Votes that were on their way arrive first.
  await net.sleep(3_000);
  const [finalized, best] = [await heights(net.finalized), await heights(net.best)];
  await net.sleep(SECONDS * 1_000);
  const [later, higher] = [await heights(net.finalized), await heights(net.best)];
  if (`${later}` !== `${finalized}`) throw new Error(`finalized went from ${finalized} to ${later}`);
  const blocks = higher[0] - best[0];
  // Two of four turns are taken.
  if (blocks < SECONDS / 4) throw new Error(`${blocks} blocks were made in ${SECONDS} s`);
  net.measured('two_of_four_paused_finalized_per_minute', 0);
  net.measured('two_of_four_paused_blocks_per_minute', (blocks * 60) / SECONDS);
  net.memory.stopped = Math.max(...later);
});
