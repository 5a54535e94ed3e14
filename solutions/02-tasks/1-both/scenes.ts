import { fc, hasRejected, scenes, work } from '#scenes';

const piece = work({ settled: 'any' });

scenes(import.meta.dirname, {
  timers: true,
  // The contract does not say whether 'b' is called when 'a' has already rejected: right-p-map does not call it.
  input: fc.record({ a: piece.filter((a) => !hasRejected(a)), b: piece }),
  async call({ both }: typeof import('../1-both.ts'), { a, b }, tools) {
    const fails = ({ fails, ...work }: typeof a) => fails || 'rejects' in work;
    try {
      const results = await both(tools.op(tools.name(0), a), tools.op(tools.name(1), b));
      tools.note(`the call fulfils with ${tools.say(results)}`);
    } catch (error) {
      // It may reject immediately, or when both have settled; when both fail, with either error.
      tools.noteAnyTime(
        fails(a) && fails(b) ? 'the call rejects' : `the call rejects with ${tools.say(error)}`,
      );
    }
  },
});
