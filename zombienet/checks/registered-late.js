const { step } = require('./step.js');

const FIFTH = 5;

/** How far behind finality is tolerated: FINALITY_STANDS of primitives/src/nodes.rs. */
const STANDS = 30;

module.exports = step('two of four are paused: who is registered then is let in after 30 blocks', async (net) => {
  // Votes that were on their way arrive first.
  await net.sleep(3_000);
  const stopped = await net.finalized('alice');
  const begin = Date.now();
  // The command waits for finality until it sees that there is none: eve may be let in before it returns.
  const registered = net.huangpu(FIFTH, 'nodes', 'register', await net.rpc('eve', 'system_localPeerId'));
  registered.catch(() => {});
  // Either of the two that go on may be the first to let it in.
  const behind = async (name) => (await net.best(name)) - (await net.finalized(name));
  const distance = await net.until(180, 'eve has a peer', async () => {
    if ((await net.peers('eve')) === 0) return undefined;
    return Math.max(...(await Promise.all(['alice', 'bob'].map(behind))));
  });
  if (distance <= STANDS) throw new Error(`eve was let in ${distance} blocks after the last final one`);
  net.measured('admission_stalled_blocks_until_a_member_is_in', distance);
  await net.until(30, 'eve has the newest blocks', async () => {
    return (await net.best('eve')) + 3 >= (await net.best('alice'));
  });
  net.measured('admission_stalled_seconds_until_a_member_has_all_blocks', net.seconds(begin));
  if ((await registered).finalized !== false) throw new Error('nothing can be final yet');
  const later = await net.finalized('alice');
  if (later !== stopped) throw new Error(`finalized went from ${stopped} to ${later}`);
  net.memory.stopped = stopped;
});
