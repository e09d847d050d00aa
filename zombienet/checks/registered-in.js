const { step } = require('./step.js');

const FIFTH = 5;

module.exports = step("a member's node that is registered is let in", async (net) => {
  const api = await net.connect();
  await net.sendBy(FIFTH, api.tx.nodes.registerNode(await net.nodeKey('eve')));
  const begin = Date.now();
  await net.until(60, 'eve finalizes', async () => {
    return (await net.finalized('eve')) + 3 >= (await net.finalized('alice'));
  });
  net.measured('admission_seconds_until_a_member_is_in', net.seconds(begin));
});
