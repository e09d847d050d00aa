const { step } = require('./step.js');

module.exports = step('they are resumed: finality resumes', async (net) => {
  const begin = Date.now();
  const height = await net.best('alice');
  await net.until(120, 'a block is finalized again', async () => {
    return (await net.finalized('alice')) > net.memory.stopped;
  });
  net.measured('two_of_four_paused_seconds_from_resume_to_finality', net.seconds(begin));
  const names = ['alice', 'bob', 'charlie', 'dave'];
  await net.until(60, 'all four have finalized what was made meanwhile', async () => {
    const heights = await Promise.all(names.map(net.finalized));
    return heights.every((finalized) => finalized > height);
  });
  net.measured('two_of_four_paused_seconds_from_resume_to_all_caught_up', net.seconds(begin));
});
