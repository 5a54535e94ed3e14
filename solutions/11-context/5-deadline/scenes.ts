import { fc, scenes, type Work, work } from '#scenes';

/**
 * Free: what comes first in one ms, and when a limit of 0 is over, so all times lie apart. And what becomes of a signal
 * when its `f` has settled, so each `f` waits for all that it begins.
 */
const APART = 64;

const call = fc.record({
  work: work({ rejects: 'sometimes' }),
  limit: fc.constantFrom(1, 2, 3, 5, 8, 13, Infinity),
  /** Which of those before it makes this call; 0 is the scene itself. */
  by: fc.nat(5),
  /** Before the other one begins its work, or when it has ended. */
  when: fc.constantFrom('first' as const, 'then' as const),
  stopsIn: fc.constantFrom(0, 1, 3, 'deaf' as const),
});

scenes(import.meta.dirname, {
  excuses: {
    'wrong-aborts-in-finally': 'No work outlives the call in which it began.',
    'wrong-polls': 'Timers are not counted.',
    'wrong-timer-after-the-call': 'No code computes for long.',
    'wrong-throws-in-the-call': 'Each function that is called is an async one.',
    'wrong-whole-numbers-only': 'Each limit is a whole number, or Infinity.',
    'wrong-aborts-on-failure': 'No work outlives the call in which it began.',
    'wrong-ends-with-the-outer': 'No work outlives the call in which it began.',
    'wrong-an-hour-at-most': 'No scene lasts for an hour.',
    'wrong-listener-on-an-aborted-signal': 'What listens is not to be seen.',
    'wrong-no-check-when-the-time-is-up': 'Each limit makes sense.',
    'wrong-starts-later-within-another':
      'A scene does not compare what happens in the call with what happens just after it.',
    'wrong-stores-of-the-outer-call': 'There is no AsyncLocalStorage of others.',
    'wrong-timer-before-the-check': 'Each limit makes sense.',
    'wrong-timer-for-the-outer-time': 'Timers are not counted.',
    'wrong-forgets-when-settled': 'No work outlives the call in which it began.',
    'wrong-no-time-when-settled': 'No work outlives the call in which it began.',
    'wrong-by-function': 'No function is called twice.',
    'wrong-checks-only-the-sign': 'Each limit makes sense.',
    'wrong-context-of-the-module': 'There is no AsyncLocalStorage of others.',
    'wrong-in-an-immediate': 'Timers are not counted.',
    'wrong-leaves-listener': 'What listens is not to be seen.',
    'wrong-new-signal-each-time': 'The signals are not compared.',
    'wrong-no-check': 'Each limit makes sense.',
    'wrong-starts-later':
      'A scene does not compare what happens in the call with what happens just after it.',
    'wrong-zero-is-no-limit': 'The limit is never 0.',
  },
  input: fc.record({ calls: fc.array(call, { minLength: 1, maxLength: 6, size: 'max' }) }),
  async call(answer: typeof import('../5-deadline.ts'), { calls }, tools) {
    const { withDeadline, deadlineSignal, timeLeft } = answer;
    const none = new AbortController().signal;
    const apart = ({ takes, ...one }: Work, i: number): Work => {
      const stopsIn = calls[i]?.stopsIn ?? 0;
      const timed = takes === undefined ? one : { ...one, takes: APART * takes + 2 * i + 1 };
      // Free: the reason of the signal.
      return stopsIn === 'deaf'
        ? { ...timed, deaf: true }
        : { ...timed, stopsIn, stopsWith: 'it has stopped' };
    };
    const ops = calls.map((one, i) => tools.op(tools.name(i), apart(one.work, i)));
    const begin = (i: number) => {
      const ms = APART * (calls[i]?.limit ?? 0) + 2 * i;
      const f = async (...given: unknown[]) => {
        if (given.length > 0) tools.note(`'f' of call ${i} gets something`);
        tools.note(`call ${i} begins, ${timeLeft()} ms are left`);
        const within = beginAll(i + 1, 'first');
        try {
          return await ops[i]?.(deadlineSignal() ?? none);
        } finally {
          tools.note(`call ${i} ends, ${timeLeft()} ms are left`);
          await Promise.all([...within, ...beginAll(i + 1, 'then')]);
        }
      };
      return tools.settles(() => withDeadline(ms, f), `call ${i}`);
    };
    const beginAll = (by: number, when: 'first' | 'then'): Promise<void>[] =>
      calls.flatMap((one, i) => (one.by % (i + 1) === by && one.when === when ? [begin(i)] : []));
    const first = beginAll(0, 'first');
    tools.note(`around it, ${timeLeft()} ms are left`);
    await tools.lab.sleep(2);
    await Promise.all([...first, ...beginAll(0, 'then')]);
    tools.note(`at the end, ${timeLeft()} ms are left`);
  },
});
