const { step } = require('./step.js');

module.exports = step('three of four seats let business go on', async (net) => {
  const api = await net.connect();
  const exit = () => api.tx.safeMode.forceExit();
  const tooFew = await net.motion([1, 2], exit());
  if (tooFew !== 'BadOrigin') throw new Error(`two seats were answered ${tooFew}`);
  const result = await net.motion([1, 2, 3], exit());
  if (result !== 'Ok') throw new Error(`the council was answered ${result}`);
  await net.sendBy(2, api.tx.emissions.registerFacility('Cold rolling', 5, 310_113));
});
