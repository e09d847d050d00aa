const { step } = require('./step.js');

module.exports = step('an expelled member is refused with its number', async (net) => {
  const api = await net.connect();
  const [bank, document] = [4, `0x${'07'.repeat(32)}`];
  const remark = () => net.sendBy(bank, api.tx.system.remark('0x00'));
  await remark();
  const expel = api.tx.members.setStanding(bank, 'Expelled', document);
  const result = await net.motion([1, 2, 3], expel);
  if (result !== 'Ok') throw new Error(`the council was answered ${result}`);
  const begin = Date.now();
  const refused = await remark().then(
    () => 'accepted',
    (error) => error.message,
  );
  if (!/Custom error: 3\b/.test(refused)) throw new Error(`the next transaction: ${refused}`);
  net.measured('expelled_seconds_to_refusal', net.seconds(begin));
  // Whoever is no member votes no more; the chain is as good as before.
  const seats = (await api.query.council.members()).length;
  if (seats !== 3) throw new Error(`the council has ${seats} seats`);
  const height = await net.finalized('alice');
  await net.until(20, 'the chain goes on', async () => (await net.finalized('alice')) > height + 3);
});
