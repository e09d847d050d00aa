const { step } = require('./step.js');

const BANK = 4;

module.exports = step('one of five leaves, its machine stops, and the others go on', async (net) => {
  const api = await net.connect();
  const { aura, grandpa } = await net.keysOf(BANK);
  const begin = Date.now();
  await net.sendBy(BANK, api.tx.validators.leaveSet());
  await net.until(90, 'the set lacks it', async () => `${await net.validators()}` === '1,2,3,5');
  net.measured('leaver_seconds_to_leave', net.seconds(begin));
  await net.until(30, 'it does not finalize', async () => !(await net.finalizers()).includes(grandpa));
  net.kill(net.node);
  const height = await net.best('alice');
  await net.until(60, 'the others finalize', async () => (await net.finalized('alice')) >= height + 8);
  for (let number = height + 1; number <= height + 8; number += 1) {
    if ((await net.authorOf(number)) === aura) throw new Error(`it made block ${number}`);
  }
});
