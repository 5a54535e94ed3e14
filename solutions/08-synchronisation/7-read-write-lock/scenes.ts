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

/** Free: which of two reads comes first that start in the same ms. So it is not told which start gave the value. */
const anyStart = (value: unknown) =>
  typeof value === 'string' ? value.replace(/, START \d+$/, '') : value;

scenes(import.meta.dirname, {
  excuses: {
    'wrong-counts-after-the-call': 'No scene makes a call in the first lines of a function.',
    'wrong-set-of-functions': 'The work of a function takes the same time at each call.',
    'wrong-line-of-ten': 'No scene has more than ten calls.',
    'wrong-hundred-readers': 'No scene has more than ten calls.',
  },
  timers: true,
  input: fc.array(
    fc.record({
      mode: fc.constantFrom('read', 'read', 'write'),
      at: delay,
      work: timed,
      /** It gets the function of the call before. */
      isLikeBefore: fc.constantFrom(false, false, true),
      /** Most use the first of two locks. */
      isApart: fc.constantFrom(false, false, false, true),
      /** Makes the next call so many microtasks after the end of this one's work. */
      asks: fc.constantFrom('none', 'none', 'none', 0, 1, 2, 3, 4, 5),
      /** Makes the next call while this one's work is in flight. */
      isOuter: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 10, size: 'max' },
  ),
  call({ ReadWriteLock }: typeof import('../7-read-write-lock.ts'), calls, tools) {
    return tools.settles(async () => {
      const [lock, other] = [new ReadWriteLock(), new ReadWriteLock()];
      type F = () => Promise<unknown>;
      const functions: F[] = [];
      const settling: Promise<unknown>[] = [];
      const made = new Set<number>();
      const make = (i: number) => {
        const [f, one] = [functions[i], calls[i]];
        if (!f || !one || made.has(i)) return;
        made.add(i);
        const by = one.isApart ? other : lock;
        const mode = one.mode as 'read' | 'write';
        const call = () => by[mode](f).then((value) => (mode === 'read' ? anyStart(value) : value));
        settling.push(tools.settles(call, `call no. ${i}`));
      };
      const later = (hops: number, i: number): unknown =>
        hops === 0 ? make(i) : Promise.resolve().then(() => later(hops - 1, i));
      const isMaking = ({ work, isApart, asks, isOuter }: (typeof calls)[number]) =>
        Boolean(work.takes) && !isApart && (isOuter || typeof asks === 'number');
      // Free: which of two reads comes first that start in the same ms. So they have functions of their own.
      const isLikeBefore = (i: number) => {
        const [before, one] = [calls[i - 1], calls[i]];
        const isWriting = before?.mode === 'write' || one?.mode === 'write';
        return one?.isLikeBefore && before?.isApart === one.isApart && isWriting;
      };
      for (const [i, one] of calls.entries()) {
        const op = tools.op(tools.name(i), one.work);
        const own = () => {
          const ended = op();
          const { asks } = one;
          const ask = () => typeof asks === 'number' && later(asks, i + 1);
          if (!isMaking(one)) return ended;
          // Free: the order of what comes of two locks in one ms. So a call is made inside at a time of its own.
          if (one.isOuter) settling.push(tools.at(17 + i, () => make(i + 1)));
          else settling.push(ended.then(ask, ask));
          return ended;
        };
        functions[i] = (isLikeBefore(i) && functions[i - 1]) || own;
      }
      const isMade = (i: number) => {
        const before = calls[i - 1];
        return before && !isLikeBefore(i - 1) && isMaking(before);
      };
      await Promise.all(calls.map(({ at }, i) => isMade(i) || tools.at(at * STEP, () => make(i))));
      for (const one of settling) await one;
    });
  },
});
