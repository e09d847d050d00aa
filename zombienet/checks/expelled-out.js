const { step } = require('./step.js');

const FIFTH = 5;

module.exports = step('the node of an expelled member is cut off, until the council opens the network', async (net) => {
  const api = await net.connect();
  const expel = api.tx.members.setStanding(FIFTH, 'Expelled', `0x${'07'.repeat(32)}`);
  const result = await net.motion([1, 2, 3], expel);
  if (result !== 'Ok') throw new Error(`the council was answered ${result}`);
  const begin = Date.now();
  await net.until(30, 'eve has no peers', async () => (await net.peers('eve')) === 0);
  net.measured('admission_seconds_until_an_expelled_member_is_out', net.seconds(begin));
  const opened = await net.motion([1, 2, 3], api.tx.nodes.setAdmission('Open'));
  if (opened !== 'Ok') throw new Error(`the council was answered ${opened}`);
  await net.until(60, 'eve finalizes', async () => {
    return (await net.finalized('eve')) + 3 >= (await net.finalized('alice'));
  });
});
