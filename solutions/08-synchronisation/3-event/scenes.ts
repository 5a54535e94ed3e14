import { delay, fc, scenes } from '#scenes';

const act = fc.constantFrom('wait', 'set', 'clear', 'set and clear', 'look', 'wait');
type Act = 'wait' | 'set' | 'clear' | 'set and clear' | 'look';

/** After all steps: then it is set, and no call is pending. */
const END = 61;

/** After that: it is still set, except where the code of a call that was woken has cleared it. */
const LATER = 3_600_000;

scenes(import.meta.dirname, {
  excuses: { 'wrong-wakes-in-chunks': 'No scene has a hundred calls that are pending.' },
  timers: true,
  input: fc.record({
    steps: fc.array(
      fc.record({
        at: delay,
        acts: fc.array(act, { minLength: 1, maxLength: 4 }),
        /** Does the rest so many microtasks later. */
        later: fc.constantFrom(0, 1, 2, 3, 5),
        rest: fc.array(act, { maxLength: 3 }),
        /** Most use the first of two. */
        isApart: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 9, size: 'max' },
    ),
    /** What each call does when it has been woken. Free: which of them is first. So all do the same. */
    woken: fc.constantFrom('nothing', 'nothing', 'clear', 'set', 'wait', 'clear and wait'),
  }),
  call({ Happening }: typeof import('../3-event.ts'), { steps, woken }, tools) {
    return tools.settles(async () => {
      const [one, other] = [new Happening(), new Happening()];
      const settling: Promise<unknown>[] = [];
      let calls = 0;
      const begin = (it: InstanceType<typeof Happening>, name: string) => {
        // Free: what it fulfils with.
        const wait = () => it.wait().then(() => {});
        const waiting = tools.settles(wait, name);
        settling.push(waiting);
        return waiting;
      };
      const goOn = (it: InstanceType<typeof Happening>, name: string) => {
        if (woken === 'set') it.set();
        if (woken === 'clear' || woken === 'clear and wait') it.clear();
        if (woken === 'wait' || woken === 'clear and wait') begin(it, `${name}, again`);
      };
      const doOne = (it: InstanceType<typeof Happening>, what: Act) => {
        const name = `wait no. ${++calls}`;
        if (what === 'wait') settling.push(begin(it, name).then(() => goOn(it, name)));
        if (what === 'set' || what === 'set and clear') it.set();
        if (what === 'clear' || what === 'set and clear') it.clear();
        if (what === 'look') tools.note(`isSet: ${it.isSet}`);
      };
      const inMicrotasks = async (hops: number, f: () => void): Promise<void> => {
        for (let i = 0; i < hops; i++) await undefined;
        f();
      };
      const doAll = ({ acts, later, rest, isApart }: (typeof steps)[number]) => {
        const it = isApart ? other : one;
        for (const what of acts) doOne(it, what);
        const doRest = () => {
          for (const what of rest) doOne(it, what);
        };
        // Free: in which microtask a call is woken, and so what comes first.
        if (woken === 'nothing') settling.push(inMicrotasks(later, doRest));
      };
      await Promise.all(steps.map((step) => tools.at(step.at, () => doAll(step))));
      await tools.at(END, () => [one, other].forEach((it) => void it.set()));
      await tools.at(LATER, () => one.isSet && begin(one, 'wait an hour later'));
      for (const one of settling) await one;
    });
  },
});
