const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { step } = require('./step.js');

const BANK = 4;

module.exports = step("a validator's keys are rotated by the script, and the old ones discarded", async (net) => {
  const api = await net.connect();
  const begin = Date.now();
  const old = await net.keysOf(BANK);
  const keys = await net.setNewKeys(BANK, net.node);
  const keystore = join(net.tmpDir, net.node, 'data', 'chains', 'huangpu_local', 'keystore');
  const discard = () =>
    net.rotateKeys('--discard', old.all, '--keystore', keystore, '--url', net.httpOf(net.node));
  // As long as the chain uses them, the script keeps them.
  const refused = await discard().then(
    () => 'done',
    (error) => error.message,
  );
  if (!/still uses/.test(refused)) throw new Error(`discarding keys in use: ${refused}`);
  await net.until(90, 'the new keys finalize', async () => {
    const list = await net.finalizers();
    return list.includes(keys.grandpa) && !list.includes(old.grandpa);
  });
  net.measured('keys_rotated_seconds_to_effect', net.seconds(begin));
  await net.finalizedBlockBy(keys.aura, await net.best('alice'), 40);
  await net.until(30, 'the old keys are gone', async () => (await discard()).discarded === old.all);
  const has = (all) => net.rpc(net.node, 'author_hasSessionKeys', all);
  if (await has(old.all)) throw new Error('the node still has the old keys');
  if (!(await has(keys.all))) throw new Error('the node has lost the new keys');
  if (!existsSync(keystore)) throw new Error(`no keystore at ${keystore}`);
  const owner = await api.query.session.keyOwner(['gran', old.grandpa]);
  if (owner.isSome) throw new Error('the old key has an owner on the chain');
  net.memory.rotated = keys;
});
