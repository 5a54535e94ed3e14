import { fc, rarely, reason, scenes, time, value, type Work, work } from '#scenes';

// Free: what counts when a call ends, or the signal is aborted, in the ms of a beat. So beats are whole steps apart,
// and calls end, and the signal is aborted, elsewhere in a step.
const STEP = 64;
const BUSY_FROM = 33;
const ABORT = 45;
const SECOND = 8;

/** In ms, within a step. Free: what counts when a call ends while the thread is busy at a beat. So a call is shorter. */
const SHORT = 23;

/** In steps. */
const LONGEST = 7;

const kinds = { settled: 'any', stops: true, throws: true } as const;

const call = fc.record({
  work: fc.oneof(fc.constant<Work>({}), fc.record<Work>({ takes: time }), work(kinds)),
  isLong: fc.boolean(),
});

const senseless = fc.constantFrom(0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY);

/** The step in which the thread becomes busy, and for how many ms. */
const busy = fc.constantFrom([1, 43], [2, 171], [2, 2475]);

scenes(import.meta.dirname, {
  calls: 1,
  excuses: {
    'wrong-hundred-calls': 'No scene has a hundred calls.',
    'wrong-a-timeout-is-no-failure': 'No reason of these scenes is a TimeoutError.',
    'wrong-longest-wait': 'No beats are ten seconds apart.',
    'wrong-unref': 'The abort of a scene keeps its process alive.',
    'wrong-same-beat-twice': 'No call ends at a fraction of a millisecond.',
    'wrong-reads-the-clock': 'No call ends at a fraction of a millisecond.',
    'wrong-rounds-the-clock': 'No call ends at a fraction of a millisecond.',
    'wrong-tenth-of-a-beat': 'No call ends in the last tenth before a beat.',
    'wrong-wakes-each-second': 'No beats are more than a second apart.',
    'wrong-skips-the-second-late': 'The thread is busy once in a scene.',
    'wrong-late-call-makes-up': 'No late call runs until the next beat.',
    'wrong-awaits-the-reason': 'No reason of these scenes is a thenable.',
    'wrong-awaits-before-it-listens': 'No abort comes a few microtasks after a call.',
    'wrong-clears-onabort':
      'The caller has set onabort only where f aborts the signal, and not in a wait.',
  },
  input: fc.record({
    ms: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(1, 2, 3).map((n) => n * STEP) },
      { weight: 1, arbitrary: senseless },
    ),
    calls: fc.array(call, { maxLength: 5, size: 'max' }),
    /** What all calls after them fulfil with. */
    others: value,
    aborts: fc.record({ isBefore: rarely, at: fc.constantFrom(0, 1, 2, 3, 5, 11, 53, 53), reason }),
    /** In which call `f` aborts the signal. */
    leaves: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
    busy: fc.option(busy, { freq: 2, nil: undefined }),
    /** Another call of `every`, beside it or afterwards, with the same function and the same signal. */
    more: fc.constantFrom('none', 'none', 'beside', 'later'),
  }),
  call({ every }: typeof import('../6-every.ts'), input, tools) {
    const { ms, calls, others, aborts, leaves, more } = input;
    const { lab } = tools;
    const busy = more === 'none' ? input.busy : undefined;
    const controller = lab.controller();
    const abort = () => controller.abort(aborts.reason);
    // It counts as a listener that is left.
    if (leaves > 0) controller.signal.onabort = () => tools.note('the onabort of the caller');

    const ops = calls.map(({ work, isLong }, i) => {
      const { takes, stopsIn }: Work = work;
      const short = takes && (busy ? Math.min(takes, SHORT) : takes);
      return tools.op(tools.name(i), {
        ...work,
        // At an odd ms of a step.
        ...(takes && { takes: isLong && !busy ? Math.min(takes, LONGEST) * STEP + 1 : short }),
        ...(stopsIn && { stopsIn: stopsIn * STEP + 1 }),
      });
    });
    let made = 0;
    const f = (signal: AbortSignal) => {
      const i = made++;
      tools.note(`call no. ${i}${signal === controller.signal ? '' : ', with another signal'}`);
      if (made === leaves) abort();
      return ops[i]?.(signal) ?? Promise.resolve(others);
    };
    const isRange = (error: unknown) => {
      // Free: with what it fulfils, and the text of a RangeError.
      throw error instanceof RangeError ? 'a RangeError' : error;
    };
    const begin = (name: string) =>
      tools.settles(() => every(ms, f, controller.signal).then(() => {}, isRange), name);

    tools.finally(({ timers, outcome }) => {
      const fired = timers.reduce((sum, timer) => sum + timer.fired, 0);
      const beats = ms >= STEP ? (2 * outcome.at) / ms : 0;
      // Free: an immediate more.
      if (fired > beats + 2) tools.noteAnyTime('timers fire between two beats');
    });
    if (aborts.isBefore) abort();
    else lab.at(aborts.at * STEP + ABORT, abort);
    if (busy) {
      const [step = 0, takes = 0] = busy;
      lab.at(step * STEP + BUSY_FROM, () => lab.burn(takes));
    }
    const first = begin('the call');
    if (more === 'none') return first;
    const second = more === 'later' ? first : tools.at(SECOND, () => {});
    return Promise.all([first, second.then(() => begin('the other call'))]);
  },
});
