const { step } = require('./step.js');

const BANK = 4;

module.exports = step('a twin with the same keys votes too: the nodes report it', async (net) => {
  const api = await net.connect();
  const { aura, grandpa } = await net.keysOf(BANK);
  const first = await net.best('alice');
  await net.rpc(net.node, 'author_insertKey', 'aura', '//Dave', aura);
  await net.rpc(net.node, 'author_insertKey', 'gran', '//Dave', grandpa);
  const begin = Date.now();
  let next = first;
  const offence = await net.until(120, 'an equivocation is reported', async () => {
    for (const last = await net.best('alice'); next <= last; next += 1) {
      const hash = await api.rpc.chain.getBlockHash(next);
      const events = await (await api.at(hash)).query.system.events();
      const leaving = events.find(({ event }) => api.events.validators.ValidatorLeaving.is(event));
      if (!leaving) continue;
      const { block } = await api.rpc.chain.getBlock(hash);
      const report = block.extrinsics.find(
        ({ method }) => `${method.section}.${method.method}` === 'grandpa.reportEquivocationUnsigned',
      );
      return { leaving: leaving.event.data.toHuman(), signed: report?.isSigned, found: !!report };
    }
    return undefined;
  });
  net.measured('equivocation_seconds_from_twin_to_report', net.seconds(begin));
  net.memory.twin = begin;
  if (!offence.found || offence.signed) throw new Error('no report of a node stands in the block');
  const { org, why } = offence.leaving;
  if (org !== `${BANK}` || why !== 'Equivocated') throw new Error(JSON.stringify(offence.leaving));
});
