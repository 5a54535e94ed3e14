import { fc, scenes, time, work } from '#scenes';

// Free: what comes first in a ms in which `f` computes. So none does.
const NO_F = 'No f of a scene computes.';
const NO_TIMERS = 'Scenes do not look at timers, and its calls start in time.';
const LIMITS = 'The limits of all scenes make sense.';

// Free: what comes first in the ms in which other code begins to compute. So it begins at a ms of its own.
const STEP = 16;

scenes(import.meta.dirname, {
  excuses: {
    'wrong-a-queue-of-a-hundred': 'No scene has a hundred calls.',
    'wrong-at-most-a-hundred': 'No scene has a hundred calls.',
    'wrong-calls-f-later': NO_F,
    'wrong-checks-in-the-call': LIMITS,
    'wrong-checks-nothing': LIMITS,
    'wrong-counts-after-the-call': NO_F,
    'wrong-counts-free-places-once': NO_F,
    'wrong-guard-of-the-module': 'No f of a scene calls a function that rate returns.',
    'wrong-half-a-second-at-a-time': NO_TIMERS,
    'wrong-interval': NO_TIMERS,
    'wrong-lets-in-too-soon': NO_F,
    'wrong-polls-every-ms': NO_TIMERS,
    'wrong-reads-the-clock-once': NO_F,
    'wrong-settles-late': 'It settles an iteration late, and no ms passes.',
    'wrong-slack': 'All calls come at multiples of 16 ms.',
    'wrong-starts-a-batch': 'No f of a scene calls the function.',
    'wrong-whole-milliseconds': 'All times of a scene are whole.',
  },
  // Free as well: what comes first when two pieces of such code come late.
  calls: 1,
  input: fc.record({
    n: fc.constantFrom(1, 2, 3, Infinity),
    ms: time,
    /** From when and for how long other code computes, in steps. */
    busy: fc.option(fc.record({ from: fc.nat(9), takes: time }), { freq: 2 }),
    calls: fc.array(
      fc.record({
        /** In `ms`, and some steps more: often just when another call may start. */
        after: fc.constantFrom(0, 0, 0, 1, 1, 2),
        later: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 7, 11, 22),
        work: work({ settled: 'any', throws: true }),
        /** Has the same `f` as the call before, if both are calls of the same function. */
        isTwin: fc.constantFrom(false, false, false, true),
        /** A call of the second one of two functions. */
        isApart: fc.constantFrom(false, false, false, false, true),
      }),
      { minLength: 1, maxLength: 7, size: 'max' },
    ),
  }),
  call({ rate }: typeof import('../5-rate.ts'), { n, ms, busy, calls }, tools) {
    const { from = 0, takes = 0 } = busy ?? {};
    if (busy) tools.lab.at(from * STEP + 5, () => tools.lab.burn(takes * STEP + 3));
    const runs = [rate(n, ms * STEP), rate(n, ms * STEP)];
    let before: (() => Promise<unknown>) | undefined;
    const none = new AbortController().signal;
    const settled = Promise.all(
      calls.map(({ after, later, work, isTwin, isApart }, i) => {
        const op = tools.op(tools.name(i), work);
        const starting = (...args: unknown[]) => {
          if (args.some((one) => one !== undefined)) tools.note(`'${tools.name(i)}' gets more`);
          return op(none);
        };
        const f = (isTwin && isApart === calls[i - 1]?.isApart && before) || starting;
        before = f;
        return tools.at((after * ms + later) * STEP, () =>
          tools.settles(() => runs[isApart ? 1 : 0]?.(f), `call no. ${i}`),
        );
      }),
    );
    // Free: whether a timer that is due in this very ms is cleared, when a call that comes first has done its work.
    return settled.then((all) => tools.lab.sleep(1).then(() => all));
  },
});
