// A steady load of signed transactions, none of which may be lost.

import { setTimeout as sleep } from 'node:timers/promises';

/** How many transactions of a sender wait at once: a few blocks' worth. */
const WINDOW = 60;

/** How long nothing has to be included until what waits is sent anew, in milliseconds. */
const PATIENCE = 6_000;

/**
 * A sender who remarks so many times a second until it is stopped. What is not included is signed anew, with the nonce
 * that it had: an upgrade makes signatures under the version before worthless.
 */
export class Load {
  #api;
  #signer;
  #pause;
  #first;
  #done;
  #stopped = false;

  /** How many remarks were sent. */
  sent = 0;

  /** How many transactions that took. */
  signed = 0;

  /** Why the last one was refused that was. */
  trouble;

  constructor(api, signer, perSecond) {
    this.#api = api;
    this.#signer = signer;
    this.#pause = 1000 / perSecond;
    this.#done = this.#run();
    this.#done.catch(() => {});
  }

  /** How many of them are in final blocks. */
  async final() {
    return this.#included(await this.#api.at(await this.#api.rpc.chain.getFinalizedHead()));
  }

  /** Sends no more, and waits until all is in final blocks. */
  async stop() {
    this.#stopped = true;
    await this.#done;
  }

  async #run() {
    const { nonce } = await this.#api.query.system.account(this.#signer.address);
    this.#first = nonce.toNumber();
    let [next, included, since] = [0, 0, Date.now()];
    for (;;) {
      const now = await this.#included(this.#api);
      // It may be less: where the chain left a block, its transactions wait again, or have to be signed anew.
      if (now !== included) [included, since] = [now, Date.now()];
      if (this.#stopped && (await this.final()) >= this.sent) return;
      if (Date.now() - since > PATIENCE) [next, since] = [included, Date.now()];
      // What came late after all is not sent again.
      next = Math.max(next, included);
      const until = this.#stopped ? this.sent : included + WINDOW;
      if (next < until) {
        await this.#submit(next);
        next += 1;
        this.sent = Math.max(this.sent, next);
      }
      await sleep(this.#pause);
    }
  }

  /** How many of them are in blocks, as of a state. */
  async #included({ query }) {
    const { nonce } = await query.system.account(this.#signer.address);
    return nonce.toNumber() - this.#first;
  }

  async #submit(number) {
    this.signed += 1;
    const nonce = this.#first + number;
    try {
      const call = this.#api.tx.system.remarkWithEvent(`${number}`);
      await call.signAsync(this.#signer, { nonce, era: 0 });
      await this.#api.rpc.author.submitExtrinsic(call);
    } catch (error) {
      this.trouble = `as of ${this.#api.runtimeVersion.specVersion}: ${error.message}`;
      // Known or included already, or refused for now: what counts is whether it gets into a block.
    }
  }
}
