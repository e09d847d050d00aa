// One step of a network's test, as zombienet wants it: CommonJS with a function `run`. What the steps share is an
// ES module, like the API that it uses.

/** A step with a title that says what is true once it has passed. */
exports.step = (title, action) => ({
  run: async (node, network, args) => {
    const { perform } = await import('./lib.mjs');
    await perform(title, action, { node, network, args });
  },
});
