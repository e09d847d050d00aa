const { step } = require('./step.js');

module.exports = step('nodes that are not registered are cut off, the others go on', async (net) => {
  const api = await net.connect();
  await net.until(30, 'all are connected', async () => (await net.peers('eve')) > 0);
  const admit = api.tx.nodes.setAdmission('Registered');
  const early = await net.motion([1, 2, 3], admit);
  if (early !== 'nodes.ValidatorWithoutNode') throw new Error(`the council was answered ${early}`);
  for (const [place, name] of ['alice', 'bob', 'charlie', 'dave'].entries()) {
    await net.sendBy(place + 1, api.tx.nodes.registerNode(await net.nodeKey(name)));
  }
  const result = await net.motion([1, 2, 3], admit);
  if (result !== 'Ok') throw new Error(`the council was answered ${result}`);
  const begin = Date.now();
  // All connections are closed once, and those that stay are opened again.
  await net.until(40, 'eve has no peers, and the others have each other', async () => {
    const peers = await Promise.all(['alice', 'bob', 'charlie', 'dave', 'eve'].map(net.peers));
    return `${peers}` === '3,3,3,3,0';
  });
  net.measured('admission_seconds_until_a_stranger_is_out', net.seconds(begin));
  const height = await net.finalized('alice');
  await net.until(40, 'the others finalize', async () => (await net.finalized('alice')) > height + 2);
  net.measured('admission_seconds_until_the_others_finalize', net.seconds(begin));
  const left = await net.best('eve');
  await net.sleep(5_000);
  if ((await net.best('eve')) > left) throw new Error('eve still hears of new blocks');
});
