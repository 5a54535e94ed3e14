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
  input: fc.record({
    /** The function of the first call makes the second one. */
    isInside: fc.boolean(),
    calls: fc.array(
      fc.record({
        at: delay,
        work: timed,
        /** It gets the function of the call before. */
        isLikeBefore: fc.constantFrom(false, false, true),
        /** Most use the first of two locks. */
        isApart: fc.constantFrom(false, false, false, true),
        /** With `acquire`: calls the releasing function so many times, and once more so many steps later. */
        releases: fc.constantFrom('run', 'run', 1, 2, 3),
        again: delay,
        /** Makes the next call so many microtasks after the end of this one's work. */
        asks: fc.constantFrom('none', 'none', 'none', 0, 1, 2, 3, 4, 5),
      }),
      { maxLength: 13, size: 'max' },
    ),
  }),
  call({ Lock }: typeof import('../2-lock.ts'), { calls, isInside }, tools) {
    return tools.settles(async () => {
      const [lock, other] = [new Lock(), new Lock()];
      type F = () => Promise<unknown>;
      const functions: F[] = [];
      const settling: Promise<unknown>[] = [];
      const made = new Set<number>();
      // Free: what comes first in one ms. So it is looked at an end only where nothing else happens in that ms.
      const isQuiet = calls.every(({ asks, work }) => asks === 'none' && work.takes);
      const byHand = async (by: InstanceType<typeof Lock>, f: F, times: number, again: number) => {
        const acquiring = by.acquire();
        tools.note(by.isLocked ? 'locked by the call' : 'unlocked after the call');
        const release = await acquiring;
        try {
          return await f();
        } finally {
          for (let i = 0; i < times; i++) release();
          if (isQuiet) tools.note(by.isLocked ? 'handed over' : 'unlocked');
          const once = () => times > 1 && release();
          if (times > 2) settling.push(tools.at(again * STEP + 2, once));
        }
      };
      const make = (i: number) => {
        const [f, one] = [functions[i], calls[i]];
        if (!f || !one || made.has(i)) return;
        made.add(i);
        const by = one.isApart ? other : lock;
        const { releases, again } = one;
        const use = () =>
          typeof releases === 'number' ? byHand(by, f, releases, again) : by.run(f);
        const tell = () => {
          if (isQuiet) tools.note(by.isLocked ? 'settled, and locked' : 'settled, and unlocked');
        };
        settling.push(tools.settles(use, `call no. ${i}`).then(tell));
      };
      const later = (hops: number, i: number): unknown =>
        hops === 0 ? make(i) : Promise.resolve().then(() => later(hops - 1, i));
      // Free: in which microtask a function is called, and so whether other calls come before one that it makes.
      const isAlone = calls.slice(2).every(({ at }) => at > 0) && !calls[1]?.isLikeBefore;
      const isAsking = ({ work, isApart, asks }: (typeof calls)[number]) =>
        Boolean(work.takes) && !isApart && typeof asks === 'number';
      for (const [i, { work, isLikeBefore, isApart, asks }] of calls.entries()) {
        const op = tools.op(tools.name(i), work);
        const own = () => {
          if (isInside && i === 0 && isAlone) make(1);
          const ended = op();
          const ask = () => typeof asks === 'number' && later(asks, i + 1);
          // Free: the order of what comes of two locks in one ms.
          if (work.takes && !isApart) settling.push(ended.then(ask, ask));
          return ended;
        };
        const before = calls[i - 1]?.isApart === isApart && functions[i - 1];
        functions[i] = before && isLikeBefore ? before : own;
      }
      const isAsked = (i: number) => {
        const before = calls[i - 1];
        return before && !before.isLikeBefore && isAsking(before);
      };
      // Whether it is locked, at times at which no work ends.
      const look = () => tools.note(lock.isLocked ? 'locked' : 'unlocked');
      for (const ms of [0, 1, 3, 5]) settling.push(tools.at(ms * STEP + 33, look));
      await Promise.all(calls.map(({ at }, i) => isAsked(i) || tools.at(at * STEP, () => make(i))));
      for (const one of settling) await one;
    });
  },
});
