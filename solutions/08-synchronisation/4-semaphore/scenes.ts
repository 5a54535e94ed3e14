import { delay, fc, reason, scenes } from '#scenes';

/** Free: what comes first in one ms. So calls, aborts, releases and looks never share a ms. */
const STEP = 64;

scenes(import.meta.dirname, {
  timers: true,
  excuses: Object.fromEntries(
    [
      'wrong-barges',
      'wrong-eats-the-wake-up',
      'wrong-free-in-between',
      'wrong-hands-on-to-nobody',
      'wrong-joins-later',
      'wrong-listens-later',
      'wrong-overtakes-after-an-abort',
      'wrong-throws-a-permit-away',
    ].map((name) => [
      name,
      'It shows only if something else happens in the ms of a call or of a release, and these scenes keep such things apart.',
    ]),
  ),
  input: fc.record({
    n: fc.constantFrom(1, 2, 3, 5, Infinity, 1, 1.5),
    reason,
    /** All calls come at 0, and none of them leaves. */
    isCrowd: fc.constantFrom(false, false, true),
    calls: fc.array(
      fc.record({
        at: delay,
        takes: delay,
        /** When its signal is aborted: before the call, or so many steps after that. */
        leaves: fc.option(fc.oneof(fc.constant('before' as const), delay)),
        /** It has the signal of the call before. */
        isLikeBefore: fc.constantFrom(false, false, true),
        /** Most use the first of two semaphores. */
        isApart: fc.constantFrom(false, false, false, true),
        releases: fc.constantFrom(1, 1, 2),
        /** It calls its releasing function once more, so many steps later. */
        again: delay,
      }),
      { maxLength: 23, size: 'max' },
    ),
  }),
  call(
    { Semaphore }: typeof import('../4-semaphore.ts'),
    { n, reason, isCrowd, calls: all },
    tools,
  ) {
    const calls = isCrowd ? all.map((one) => ({ ...one, at: 0, leaves: null })) : all;
    return tools.settles(async () => {
      if (!Number.isInteger(n) && n !== Infinity) {
        // Free: the text of the error.
        try {
          new Semaphore(n);
        } catch (error) {
          return error instanceof RangeError && 'a RangeError';
        }
      }
      const [semaphore, other] = [new Semaphore(n), new Semaphore(n)];
      const doing: Promise<unknown>[] = [];
      const signals: AbortSignal[] = [];
      for (const [
        i,
        { at, takes, leaves, isLikeBefore, isApart, releases, again },
      ] of calls.entries()) {
        const page = tools.lab.controller();
        const before = signals[i - 1];
        const signal = isLikeBefore && before ? before : page.signal;
        signals.push(signal);
        const one = isApart ? other : semaphore;
        const abort = () => {
          page.abort(reason);
          if (reason === undefined) tools.label(page.signal.reason, 'the reason of a signal');
        };
        // Each call has ms of its own in a step.
        const ms = (step: number, kind: number) => step * STEP + 4 * i + kind;
        if (leaves === 'before') abort();
        else if (leaves !== null) doing.push(tools.at(ms(at + leaves, 2), abort));
        const acquire = () => {
          try {
            return one.acquire(leaves === null && !isLikeBefore ? undefined : signal);
          } catch (error) {
            tools.note('acquire throws');
            throw error;
          }
        };
        const visit = async () => {
          const asked = acquire();
          if (!signal.aborted) tools.note(`no. ${i + 1} asks, ${one.free} free`);
          const release = await asked;
          tools.note(`no. ${i + 1} has a permit`);
          const end = Math.max(1, takes) * STEP;
          await tools.at(end, () => {
            for (let times = 0; times < releases; times++) release();
          });
          if (releases > 1) doing.push(tools.at(again * STEP + 32, release));
        };
        doing.push(tools.at(ms(at, 1), () => tools.settles(visit, `call no. ${i + 1}`)));
      }
      const look = () => tools.note(`${semaphore.free} and ${other.free} free`);
      for (const step of [0, 1, 3, 5, 11]) doing.push(tools.at(step * STEP + 63, look));
      for (const it of doing) await it;
    });
  },
});
