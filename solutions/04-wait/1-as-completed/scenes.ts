import { delay, fc, type Item, items, iterable, scenes } from '#scenes';

/** Free: the place of a thenable that has settled among the promises that have. */
const noneAtOnce = (list: readonly Item[]) =>
  list.map((item) => (item.thenable ? { takes: 1, ...item } : item));

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    // Free: what a thenable means that passes on another one, or whose 'then' returns nothing.
    items: items({ settled: 'any', thenables: ['object'], again: true }).map(noneAtOnce),
    iterable,
    /** For how many ms the reader is busy after each value; after the last of them, it stops. */
    busy: fc.array(delay, { maxLength: 6 }),
    /** So many calls of 'next' at the same time, and no reader. */
    together: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(6)),
    changed: fc.boolean(),
  }),
  async call(
    { asCompleted }: typeof import('../1-as-completed.ts'),
    { items, iterable, busy, together, changed },
    tools,
  ) {
    const list = tools.inputs(items);
    const values = asCompleted(changed ? list : tools.iterable(iterable, list));
    const change = () => {
      if (changed) list.reverse().pop();
    };
    const next = async (name: string) => {
      try {
        const { done, value } = await values.next();
        // Free: whether a call for which no value is left waits for the calls before it.
        if (done) tools.noteAnyTime(`${name} is done, with ${tools.say(value)}`);
        else tools.note(`${name} yields ${tools.say(value)}`);
      } catch (error) {
        tools.note(`${name} throws ${tools.say(error)}`);
      }
    };
    if (together > 0) {
      const calls = Array.from({ length: together }, (_, i) => next(`next no. ${i + 1}`));
      change();
      await Promise.all(calls);
      return next('the last next');
    }
    const says = tools.voice('the reader');
    const read = async () => {
      let reads = 0;
      for await (const value of values) {
        says(tools.say(value));
        const ms = busy[reads++];
        if (ms === undefined) return 'stopped';
        await tools.at(ms, () => {});
      }
      return 'ended';
    };
    const end = tools.settles(read, 'reading');
    change();
    return end;
  },
});
