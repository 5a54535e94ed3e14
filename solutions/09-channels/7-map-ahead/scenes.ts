import { fc, rarely, reason, scenes, value, work } from '#scenes';

// Free: what is asked for and called in the ms of a failure, and in the ms in which the reader leaves. So each item,
// each call and each time that the reader is busy has a bit of its own, in all sums.
const MOST = 8;
const BITS = 2 ** (3 * MOST + 3);
const takes = (ms: number, bit: number) => ms * BITS + 2 ** bit;

const some = fc.constantFrom(1, 1, 2, 3, 7);

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    n: fc.constantFrom(1, 2, 2, 3, 3, 5, Infinity, 0, 1.5, Number.NaN),
    items: fc.array(
      fc.record({
        item: fc.oneof(fc.constantFrom('x', 'y', 9), value),
        call: work({ rejects: 'rarely' }),
        /** How long the source makes it. */
        making: some,
      }),
      { maxLength: MOST, size: 'max' },
    ),
    /** The source makes no item for any time. */
    isQuick: fc.boolean(),
    fails: fc.option(reason.map((it) => ({ with: it }))),
    /** How many results the reader takes before it leaves. */
    leaves: fc.option(fc.integer({ min: 1, max: 4 })),
    /** How long the reader waits before it begins. */
    begins: fc.constantFrom(0, 3),
    canBeClosed: fc.constantFrom(true, true, false),
    isAgain: rarely,
  }),
  async call({ mapAhead }: typeof import('../7-map-ahead.ts'), input, tools) {
    const { n, items, isQuick, fails, leaves, begins, canBeClosed } = input;
    let asks = 0;
    let isOver = false;
    let closings = 0;
    const next = async (): Promise<IteratorResult<unknown>> => {
      const i = asks++;
      if (isOver || i > items.length) return { done: true, value: undefined };
      tools.note(`item no. ${i} is asked for`);
      const one = items[i];
      if (!isQuick) await tools.lab.sleep(takes(one?.making ?? 1, i));
      if (one && !isOver) return { done: false, value: one.item };
      const wasClosed = isOver;
      isOver = true;
      if (fails && !wasClosed) throw fails.with;
      return { done: true, value: undefined };
    };
    const close = async (): Promise<IteratorResult<unknown>> => {
      if (!isOver) tools.noteAnyTime('the source is closed');
      // Free: whether one that has ended is closed as well.
      if (!isOver && ++closings > 1) tools.noteAnyTime('it is closed again');
      isOver = true;
      return { done: true, value: undefined };
    };
    const source = {
      [Symbol.asyncIterator]: () => (canBeClosed ? { next, return: close } : { next }),
    };
    let calls = 0;
    const f = (...args: unknown[]) => {
      const i = calls++;
      tools.note(`call no. ${i} gets ${args.map((arg) => tools.say(arg))}`);
      const one = items[i]?.call ?? {};
      const ms = one.takes ? takes(one.takes, MOST + 1 + i) : takes(0, MOST + 1 + i);
      return tools.op(tools.name(i), { ...one, takes: ms })();
    };
    await tools.lab.sleep(takes(begins, 3 * MOST + 2));
    try {
      const results = mapAhead(source, n, f);
      for (let count = 0; ; count++) {
        if (count === leaves) {
          await results.return(undefined);
          tools.note('return() fulfils');
          return;
        }
        const { done, value } = await results.next();
        if (done) break;
        tools.note(`the reader gets ${tools.say(value)}`);
      }
      tools.note('it ends');
    } catch (error) {
      tools.note(
        `it rejects with ${error instanceof RangeError ? 'a RangeError' : tools.say(error)}`,
      );
    }
  },
});
