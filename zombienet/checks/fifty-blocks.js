const { step } = require('./step.js');

module.exports = step('50 blocks are finalized while business is stopped', async (net) => {
  const api = await net.connect();
  const last = net.memory.entered + 50;
  await net.until(120, '50 blocks are finalized', async () => (await net.finalized('alice')) >= last);
  const at = await api.at(await api.rpc.chain.getFinalizedHead());
  if ((await at.query.safeMode.enteredUntil()).isNone) throw new Error('business goes on');
});
