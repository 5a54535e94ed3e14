import { fc, rarely, reason, scenes } from '#scenes';
import type { Counts, Result } from '../5-progress.ts';

/** Free: two results, or a result and the end of a pause, in the same ms. So times are random, out of very many. */
const ms = fc.integer({ min: 1, max: 1_000_003 });

scenes(import.meta.dirname, {
  input: fc.record({
    coming: fc.array(
      fc.record({ after: ms, came: fc.constantFrom(200, 301, 404, 503, 'timeout', '') }),
      { maxLength: 9, size: 'max' },
    ),
    end: ms,
    fails: fc.option(reason.map((it) => ({ with: it }))),
    every: fc.constantFrom(20_011, 300_007, 3_000_017),
    busy: fc.constantFrom(0, 0, 7_001, 700_001),
    leavesAfter: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 5 })),
    throws: rarely,
    /** How long the results take to close. */
    closesIn: fc.constantFrom(0, 11_003),
    canBeClosed: fc.constantFrom(true, true, false),
  }),
  async call({ progress }: typeof import('../5-progress.ts'), input, tools) {
    const { coming, end, fails, every, busy, leavesAfter, throws, closesIn, canBeClosed } = input;
    const results = coming.map(({ came }, i): Result => {
      const result = typeof came === 'number' ? { status: came } : { error: came };
      return tools.label({ url: `http://a/${i}`, depth: 1, ...result }, `result ${i}`);
    });
    let i = 0;
    const next = async () => {
      tools.note(`asks for result ${i}`);
      const value = results[i];
      await tools.lab.sleep(coming[i++]?.after ?? end);
      if (value) return { done: false as const, value };
      if (fails) throw fails.with;
      return { done: true as const, value: undefined };
    };
    const close = async () => {
      tools.note('the results are closed');
      if (closesIn > 0) await tools.lab.sleep(closesIn);
      return { done: true as const, value: undefined };
    };
    const source = { next, ...(canBeClosed && { return: close }) };
    const drawn: Counts[] = [];
    const draw = (counts: Counts) => {
      drawn.push(counts);
      const text = `draws ${tools.say(counts)}`;
      // Free: whether the results are closed before the last draw or after it.
      if (hasLeft) tools.noteAnyTime(text);
      else tools.note(text);
    };
    tools.finally(() => tools.noteAnyTime(`all draws: ${tools.say(drawn)}`));
    let read = 0;
    let hasLeft = false;
    await tools.settles(async () => {
      for await (const result of progress({ [Symbol.asyncIterator]: () => source }, draw, every)) {
        tools.note(`reads ${tools.say(result)}`);
        // Free: what comes first in the ms in which the loop is left.
        const leaves = ++read === leavesAfter;
        if (busy > 0 || leaves) await tools.lab.sleep(busy || 3);
        hasLeft = leaves;
        if (leaves && throws) throw new Error('no room for it');
        if (leaves) break;
      }
    }, 'the loop');
  },
});
