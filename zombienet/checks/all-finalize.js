const { step } = require('./step.js');

module.exports = step('four validators author and finalize, each by its own keys', async (net) => {
  const orgs = await net.validators();
  if (`${orgs}` !== '1,2,3,4') throw new Error(`the validators are of ${orgs}`);
  const names = ['alice', 'bob', 'charlie', 'dave'];
  const before = await net.finalized('alice');
  for (const [place, name] of names.entries()) {
    const { all, aura } = await net.keysOf(place + 1);
    // Zombienet puts the keys where the node looks for them, although it did not write the genesis.
    const has = await net.rpc(name, 'author_hasSessionKeys', all);
    if (!has) throw new Error(`${name} has not the keys of organisation ${place + 1}`);
    await net.finalizedBlockBy(aura, before, 30);
  }
  const [begin, first] = [Date.now(), await net.finalized('alice')];
  await net.sleep(10_000);
  const blocks = (await net.finalized('alice')) - first;
  if (blocks < 6) throw new Error(`${blocks} blocks finalized in 10 s`);
  net.measured('finalized_per_minute', ((blocks * 60_000) / (Date.now() - begin)).toFixed(0));
});
