const { step } = require('./step.js');

module.exports = step('two of four seats stop business', async (net) => {
  const api = await net.connect();
  const business = () => net.sendBy(2, api.tx.emissions.registerFacility('Hot rolling', 5, 310_113));
  await business();
  const result = await net.motion([1, 2], api.tx.safeMode.forceEnter());
  if (result !== 'Ok') throw new Error(`the council was answered ${result}`);
  const refused = await business().then(
    () => 'accepted',
    (error) => error.message,
  );
  if (refused !== 'system.CallFiltered') throw new Error(`business: ${refused}`);
  net.memory.entered = await net.best('alice');
});
