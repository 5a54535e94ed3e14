import { fc, reason, scenes, value, work } from '#scenes';

// Free: what is asked for and called in the ms of a failure, and in the ms in which the reader leaves. So each item,
// each call and each time that the reader is busy has a bit of its own, in all sums.
const MOST = 8;
const BITS = 2 ** (3 * MOST + 2);
const takes = (ms: number, bit: number) => ms * BITS + 2 ** bit;

const some = fc.constantFrom(1, 1, 2, 3, 7);

const itemsOf = (rejects: 'never' | 'rarely' | 'often') =>
  fc.array(
    fc.record({
      item: fc.oneof(fc.constantFrom('x', 'y', 9), value),
      call: work({ rejects }),
      /** How long the source makes it. */
      making: some,
    }),
    { maxLength: MOST, size: 'max' },
  );

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-set-of-promises': 'In these scenes each call has a promise of its own.',
    'wrong-line-by-function': 'In these scenes each call gets a function of its own.',
    'wrong-places-of-the-function': 'In these scenes each call gets a function of its own.',
    'wrong-done-is-false': 'These sources are generators, and their results have a `done`.',
    'wrong-maps-the-last-value': 'These sources end without a value.',
    'wrong-closing-is-not-awaited': 'Here it takes no time to close the source.',
    'wrong-closes-what-has-failed':
      'These sources are generators: return() of one that has failed does nothing.',
  },
  input: fc.record({
    n: fc.constantFrom(1, 2, 2, 3, 3, 5, Infinity, 0, 1.5, Number.NaN),
    items: fc.oneof(itemsOf('rarely'), itemsOf('often'), itemsOf('never')),
    /** The source makes no item for any time. */
    isQuick: fc.boolean(),
    fails: fc.option(reason.map((it) => ({ with: it }))),
    /** How many results the reader takes before it leaves. */
    leaves: fc.option(fc.integer({ min: 1, max: 4 })),
    /** How long the reader waits before it begins. */
    begins: fc.constantFrom(0, 3),
    /** How long it works with each result, where there is a place for each item. */
    busy: fc.constantFrom(0, 5),
    canBeClosed: fc.constantFrom(true, true, false),
  }),
  async call({ mapAhead }: typeof import('../7-map-ahead.ts'), input, tools) {
    const { n, items, fails, begins, busy, canBeClosed } = input;
    // Free: whether a place is free when the reader gets a result, or when it asks again, and so what is asked for when
    // it leaves. Free as well: whether it is waited for an item that is on its way, where nobody can close the source.
    const isBusy = n > items.length;
    const leaves = isBusy && canBeClosed ? input.leaves : null;
    const isQuick = input.isQuick || !canBeClosed;
    let isOver = true;
    let hasLeft = false;
    async function* read() {
      isOver = false;
      try {
        for (const [i, { item, making }] of items.entries()) {
          tools.note(`item no. ${i} is asked for`);
          if (!isQuick) await tools.lab.sleep(takes(making, i));
          yield item;
        }
        if (!isQuick) await tools.lab.sleep(takes(1, MOST));
        isOver = true;
        if (fails) throw fails.with;
      } finally {
        // Free: when that is after a failure, if the failed result is not the next one.
        if (!isOver && hasLeft) tools.note('the source is closed');
        else if (!isOver) tools.noteAnyTime('the source is closed');
        isOver = true;
      }
    }
    const all = read();
    let closings = 0;
    const next = () => all.next();
    const close = () => {
      // Free: whether one that has ended is closed as well.
      if (!isOver && ++closings > 1) tools.noteAnyTime('it is closed again');
      return all.return(undefined);
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
    try {
      const results = mapAhead(source, n, f);
      await tools.lab.sleep(takes(begins, 2 * MOST + 1));
      for (let count = 0; ; count++) {
        if (count === leaves) {
          hasLeft = !items.some(({ call }) => 'rejects' in call || 'fails' in call);
          await results.return(undefined);
          tools.note('return() fulfils');
          return;
        }
        const { done, value } = await results.next();
        if (done) break;
        tools.note(`the reader gets ${tools.say(value)}`);
        if (isBusy) await tools.lab.sleep(takes(busy, 2 * MOST + 2 + count));
      }
      tools.note('it ends');
    } catch (error) {
      if (error instanceof RangeError) tools.noteAnyTime('a RangeError');
      else tools.note(`it rejects with ${tools.say(error)}`);
    }
  },
});
