const { step } = require('./step.js');

module.exports = step('50 blocks are finalized while business is stopped', async (net) => {
  const api = await net.connect();
  const last = net.memory.entered + 50;
  await net.until(120, '50 blocks are finalized', async () => (await net.finalized('alice')) >= last);
  // By the blocks' own clock: steps between were waited for.
  const moment = async (number) => {
    const then = await api.at(await api.rpc.chain.getBlockHash(number));
    return (await then.query.timestamp.now()).toNumber();
  };
  const took = (await moment(last)) - (await moment(net.memory.entered));
  net.measured('business_stopped_seconds_of_fifty_blocks', (took / 1000).toFixed(1));
  const at = await api.at(await api.rpc.chain.getFinalizedHead());
  if ((await at.query.safeMode.enteredUntil()).isNone) throw new Error('business goes on');
});
