const { step } = require('./step.js');

const SECONDS = 30;

module.exports = step('one of four is killed: finality goes on', async (net) => {
  net.kill(net.node);
  const begin = Date.now();
  const first = await net.finalized('alice');
  let [last, since, longest] = [first, begin, 0];
  while (Date.now() < begin + SECONDS * 1_000) {
    const now = await net.finalized('alice');
    if (now > last) {
      longest = Math.max(longest, Date.now() - since);
      [last, since] = [now, Date.now()];
    }
    await net.sleep(100);
  }
  longest = Math.max(longest, Date.now() - since);
  const dead = await net.best(net.node).then(
    () => false,
    () => true,
  );
  if (!dead) throw new Error(`${net.node} still answers`);
  const blocks = last - first;
  // Three of four turns are taken.
  if (blocks < SECONDS / 2) throw new Error(`${blocks} blocks finalized in ${SECONDS} s`);
  net.measured('one_of_four_killed_finalized_per_minute', (blocks * 60) / SECONDS);
  net.measured('one_of_four_killed_longest_pause_seconds', (longest / 1_000).toFixed(1));
});
