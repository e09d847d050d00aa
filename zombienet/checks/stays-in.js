const { step } = require('./step.js');

module.exports = step('they are resumed: finality resumes, and the node stays in', async (net) => {
  const begin = Date.now();
  const height = await net.best('alice');
  await net.until(120, 'a block is finalized again', async () => {
    return (await net.finalized('alice')) > net.memory.stopped;
  });
  net.measured('admission_stalled_seconds_from_resume_to_finality', net.seconds(begin));
  const names = ['alice', 'bob', 'charlie', 'dave', 'eve'];
  await net.until(60, 'all five have finalized what was made meanwhile', async () => {
    const heights = await Promise.all(names.map(net.finalized));
    return heights.every((finalized) => finalized > height);
  });
  // By now its registration is final, and nothing else lets it in.
  const final = await net.finalized('eve');
  await net.until(30, 'eve finalizes', async () => (await net.finalized('eve')) > final + 5);
});
