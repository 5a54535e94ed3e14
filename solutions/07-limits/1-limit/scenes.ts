import { delay, fc, scenes, type Work, work } from '#scenes';

const kinds = { settled: 'any', throws: true } as const;

/** Free: whether a call or an end comes first in one ms. So no work ends in a ms in which calls are made. */
const STEP = 64;
const timed = fc
  .oneof(
    work(kinds),
    work({ ...kinds, rejects: 'often' }),
    fc.constant<Work>({ fails: true, throws: true }),
  )
  .map(({ takes, ...rest }) => ({ ...rest, ...(takes && { takes: takes * STEP + 1 }) }));

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-full-line': 'A scene has at most 8 calls.',
    'wrong-inside-goes-first':
      'A call is made inside of an `f` only if no other can be in the line: the microtask in which `f` is called is free.',
    'wrong-throw-starts-later':
      'A call is made right after work that takes time, and not right after a throw.',
  },
  input: fc.record({
    /** The function of the first call makes the second one. */
    isInside: fc.boolean(),
    n: fc.constantFrom(1, 1, 1, 2, 3, 5, Infinity, 0, -1, 1.5, Number.NaN),
    calls: fc.array(
      fc.record({
        at: delay,
        work: timed,
        /** It gets the function of the call before; or another one that returns the promise of that one. */
        like: fc.constantFrom('none', 'none', 'none', 'function', 'promise'),
        /** Most use the first of two functions of limit(). */
        isApart: fc.constantFrom(false, false, false, true),
        /** Makes the next call so many microtasks after the end of this one's work. */
        asks: fc.constantFrom('none', 'none', 'none', 0, 1, 2, 3, 4, 5),
      }),
      { maxLength: 8, size: 'max' },
    ),
  }),
  call({ limit }: typeof import('../1-limit.ts'), { n, calls, isInside }, tools) {
    return tools.settles(async () => {
      const [run, other] = [limit(n), limit(n)];
      type F = () => Promise<unknown>;
      const functions: F[] = [];
      const promises: Promise<unknown>[] = [];
      const settling: Promise<unknown>[] = [];
      const made = new Set<number>();
      const make = (i: number) => {
        const f = functions[i];
        if (!f || made.has(i)) return;
        made.add(i);
        const by = calls[i]?.isApart ? other : run;
        settling.push(tools.settles(() => by(f), `call no. ${i}`));
      };
      const later = (hops: number, i: number): unknown =>
        hops === 0 ? make(i) : Promise.resolve().then(() => later(hops - 1, i));
      // Free: in which microtask a function is called, and so whether other calls come before one that it makes.
      const isAlone = calls.slice(2).every(({ at }) => at > 0) && calls[1]?.like === 'none';
      for (const [i, { work, like, isApart, asks }] of calls.entries()) {
        const op = tools.op(tools.name(i), work);
        const own = () => {
          if (isInside && i === 0 && isAlone) make(1);
          const ended = op();
          promises[i] = ended;
          const ask = () => typeof asks === 'number' && later(asks, i + 1);
          // Free: the order of what comes of two functions in one ms.
          if (work.takes && !isApart) settling.push(ended.then(ask, ask));
          return ended;
        };
        const before = calls[i - 1]?.isApart === isApart && functions[i - 1];
        functions[i] = own;
        if (before && like === 'function') functions[i] = before;
        if (before && like === 'promise') functions[i] = () => promises[i - 1] ?? own();
      }
      const isAsked = (i: number) => {
        const { work, like, isApart, asks } = calls[i - 1] ?? {};
        return work?.takes && like === 'none' && !isApart && typeof asks === 'number';
      };
      await Promise.all(calls.map(({ at }, i) => isAsked(i) || tools.at(at * STEP, () => make(i))));
      for (const one of settling) await one;
    });
  },
});
