import { fc, rarely, reason, scenes, time, value } from '#scenes';

/** @param takes in ms */
const items = (takes: fc.Arbitrary<number>) => {
  const item = fc.record({ item: value, takes, returns: value });
  return fc.array(item, { maxLength: 30, size: 'max' });
};

scenes(import.meta.dirname, {
  calls: 1,
  input: fc.record({
    // In a slice of short ones it shows how long it is.
    items: fc.oneof(items(time), items(fc.constantFrom(1, 2, 3))),
    slice: fc.integer({ min: 1, max: 40 }),
    throwsAt: fc.option(fc.record({ place: fc.nat(29), error: reason }), {
      nil: undefined,
      freq: 2,
    }),
    /** Other work computes, beside it, for so long every 10 ms. */
    others: fc.option(time, { nil: 0, freq: 2 }),
    again: rarely,
  }),
  async call({ chunked }: typeof import('../4-cooperate.ts'), input, tools) {
    const { items, slice, throwsAt, others, again } = input;
    const { burn, now, at } = tools.lab;
    const list = items.map(({ item }) => item);
    tools.keeps(list);
    for (let ms = 10; others > 0 && ms < 200; ms += 10) at(ms, () => burn(others, 'other'));
    const longest = Math.max(0, ...items.map(({ takes }) => takes));
    const total = items.reduce((sum, { takes }) => sum + takes, 0);
    const isAlone = !others && !again;
    let isFirstDone = false;
    const run = async (call: string, isSecond: boolean) => {
      let calls = 0;
      let ended = now();
      let began = ended;
      const work = (...got: unknown[]) => {
        const { takes, returns } = items[calls] ?? { takes: 1, returns: undefined };
        tools.noteAnyTime(`${call}: work no. ${++calls} gets ${tools.say(got)}`);
        if (isAlone && now() - ended > 1) tools.noteAnyTime('it idles');
        // Other work came between: there it had yielded.
        if (!again && now() > ended + 1 && calls > 1) {
          if (ended - began < slice - longest) tools.noteAnyTime('it yields too early');
          began = now();
        }
        if (isSecond && calls === 1 && isFirstDone && total > 3 * slice + longest)
          tools.noteAnyTime('the second call has waited for the first one');
        burn(takes);
        ended = now();
        if (!isSecond && calls === items.length) isFirstDone = true;
        if (calls === (throwsAt?.place ?? -1) + 1) throw throwsAt?.error;
        return returns;
      };
      await tools.settlesAnyTime(() => chunked(list, work as (item: unknown) => void, slice), call);
      if (isAlone && now() - ended > 1) tools.noteAnyTime('it settles too late');
    };
    if (isAlone)
      tools.finally(({ silences }) => {
        const blocked = silences.map(([from, to]) => to - from);
        if (blocked.some((ms) => ms > slice + longest)) tools.noteAnyTime('it blocks for too long');
        if (blocked.slice(0, -1).some((ms) => ms < slice - longest))
          tools.noteAnyTime('it yields too early');
      });
    await Promise.all([
      run('the call', false),
      again && !throwsAt ? run('another call', true) : undefined,
    ]);
  },
});
