const { step } = require('./step.js');

const FIFTH = 5;

module.exports = step('a fifth validator joins by motion and authors', async (net) => {
  const api = await net.connect();
  // With four nobody leaves.
  const early = await net.sendBy(4, api.tx.validators.leaveSet()).then(
    () => 'accepted',
    (error) => error.message,
  );
  if (early !== 'validators.TooFewValidators') throw new Error(`leaving a set of four: ${early}`);
  const begin = Date.now();
  await net.sendBy(FIFTH, api.tx.validators.apply());
  const result = await net.motion([1, 2, 3], api.tx.validators.approveValidator(FIFTH));
  if (result !== 'Ok') throw new Error(`the council was answered ${result}`);
  const keys = await net.setNewKeys(FIFTH, net.node);
  await net.until(90, 'the set has five', async () => `${await net.validators()}` === '1,2,3,4,5');
  net.measured('fifth_seconds_from_application_to_set', net.seconds(begin));
  const block = await net.finalizedBlockBy(keys.aura, 0, 60);
  net.measured('fifth_first_finalized_block', block);
  const list = await net.finalizers();
  if (list.length !== 5 || !list.includes(keys.grandpa)) {
    throw new Error(`${list.length} finalize, the fifth ${list.includes(keys.grandpa)}`);
  }
});
