const { step } = require('./step.js');

module.exports = step('it is removed, and the others go on', async (net) => {
  const api = await net.connect();
  await net.until(90, 'the set lacks it', async () => `${await net.validators()}` === '1,2,3,5');
  net.measured('equivocation_seconds_from_twin_to_removal', net.seconds(net.memory.twin));
  // Both machines stop: nobody needs them.
  net.kill('dave');
  net.kill('twin');
  const height = await net.best('alice');
  await net.until(60, 'the others finalize', async () => (await net.finalized('alice')) >= height + 8);
  // It does not come back by itself.
  const rejoined = await net.sendBy(4, api.tx.validators.rejoinSet()).then(
    () => 'accepted',
    (error) => error.message,
  );
  if (rejoined !== 'validators.UnknownValidator') throw new Error(`coming back: ${rejoined}`);
});
