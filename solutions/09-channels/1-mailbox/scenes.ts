import { delay, fc, scenes, value } from '#scenes';

type Act = 'put' | 'get' | 'put again';
const act = fc.constantFrom<Act>('put', 'get', 'put', 'get', 'put again');

/** After all steps: from then on, no call waits. */
const END = 61;

scenes(import.meta.dirname, {
  excuses: {
    'wrong-ring-buffer': 'No scene has a thousand items.',
    'wrong-thousand-calls': 'No scene has a thousand calls that wait.',
  },
  timers: true,
  input: fc.record({
    steps: fc.array(
      fc.record({
        at: delay,
        acts: fc.array(act, { minLength: 1, maxLength: 5 }),
        /** Does the rest so many microtasks later. */
        later: fc.constantFrom(0, 1, 2, 3, 5),
        rest: fc.array(act, { maxLength: 5 }),
        /** Most use the first of two. */
        isApart: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 9, size: 'max' },
    ),
    /** What is put in, one after the other, and then from the first one again. */
    items: fc.array(value, { minLength: 1, maxLength: 7, size: 'max' }),
    /** What each call does when it has its item. Free: which of them goes on first. So all do the same. */
    then: fc.constantFrom<'nothing' | Act>('nothing', 'nothing', 'put', 'get'),
  }),
  call({ Mailbox }: typeof import('../1-mailbox.ts'), { steps, items, then }, tools) {
    return tools.settles(async () => {
      type Box = InstanceType<typeof Mailbox<unknown>>;
      const boxes = [new Mailbox<unknown>(), new Mailbox<unknown>()];
      const settling: Promise<unknown>[] = [];
      const counts = new Map<Box, { puts: number; gets: number }>();
      const countOf = (box: Box) => counts.get(box) ?? { puts: 0, gets: 0 };
      const put = (box: Box) => {
        const { puts, gets } = countOf(box);
        counts.set(box, { puts: puts + 1, gets });
        box.put(items[puts % items.length]);
      };
      const get = (box: Box) => {
        const { puts, gets } = countOf(box);
        counts.set(box, { puts, gets: gets + 1 });
        const name = `box ${boxes.indexOf(box) + 1}, call no. ${gets + 1}`;
        const getting = tools.settles(() => box.get(), name);
        settling.push(getting);
        return getting;
      };
      const doOne = (what: Act, box: Box) => {
        if (what !== 'get') put(box);
        if (what === 'put again') put(box);
        if (what !== 'get') return;
        const goOn = () => then !== 'nothing' && void (then === 'get' ? get(box) : put(box));
        settling.push(get(box).then(goOn));
      };
      const inMicrotasks = async (hops: number, f: () => void): Promise<void> => {
        for (let i = 0; i < hops; i++) await undefined;
        f();
      };
      const doAll = ({ acts, later, rest, isApart }: (typeof steps)[number]) => {
        const box = boxes[isApart ? 1 : 0] as Box;
        for (const what of acts) doOne(what, box);
        const doRest = () => {
          for (const what of rest) doOne(what, box);
        };
        // Free: in which microtask a call goes on, and so what comes first.
        if (then === 'nothing') settling.push(inMicrotasks(later, doRest));
      };
      await Promise.all(steps.map((step) => tools.at(step.at, () => doAll(step))));
      await tools.at(END, () => {
        for (const box of boxes) while (countOf(box).puts < countOf(box).gets) put(box);
      });
      await tools.at(END + 1, () => {
        for (const box of boxes) while (countOf(box).puts < countOf(box).gets) put(box);
      });
      await tools.at(END + 2, () => {
        for (const box of boxes) while (countOf(box).gets < countOf(box).puts) void get(box);
      });
      for (const one of settling) await one;
    });
  },
});
