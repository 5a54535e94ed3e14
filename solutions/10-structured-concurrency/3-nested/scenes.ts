import { fc, rarely, reason, scenes, type Work, work } from '#scenes';
import type { Group } from '../3-nested.ts';

/** Free: which of two failures comes first that happen in the same ms. Here no two pieces of work end together. */
const APART = 64;

/** Free: what the group's signal is aborted with after a failure. So no two works reject with the same reason. */
const kinds = { rejects: 'sometimes' } as const;

/** The outer group has two tasks, and the inner group, which has two. */
scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-starts-anyway': 'Before the call, the signal is not aborted here.',
    'wrong-misses-the-abort': 'Before the call, the signal is not aborted here.',
    'wrong-every-abort-error': 'No work rejects with an AbortError by itself.',
    'wrong-only-the-reason': 'What stops rejects with the reason of its signal.',
    'wrong-map-by-function': 'No function is spawned twice.',
    'wrong-tasks-of-tasks': 'Each task is spawned by a body.',
    'wrong-body-throws-out': 'No work throws in the call.',
    'wrong-throws-at-the-spawner': 'No work throws in the call.',
    'wrong-flat-list': 'Each reason is an Error.',
    'wrong-looks-into-the-cause': 'No Error has a cause.',
    'wrong-group-of-stops': 'No work rejects with an AbortError by itself.',
    'wrong-signal-each': 'A scene does not compare signals.',
    'wrong-set-of-failures': 'No two works reject with the same reason.',
    'wrong-wraps-in-errors': 'Each reason is an Error.',
    'wrong-onabort': 'Nothing else listens to the signal.',
  },
  input: fc.record({
    works: fc.array(work(kinds), { minLength: 6, maxLength: 6 }),
    stopsIn: fc.array(fc.constantFrom(0, 1, 3, 'deaf' as const), { minLength: 6, maxLength: 6 }),
    aborts: fc.option(fc.nat(23)),
    reason: reason.map((it) => it ?? null),
    isLate: rarely,
  }),
  async call({ withNestedGroup }: typeof import('../3-nested.ts'), input, tools) {
    const { works, stopsIn, aborts, isLate } = input;
    const apart = (one: Work, i: number): Work => {
      const stop = stopsIn[i];
      const { rejects, ...rest } = one;
      const own = 'rejects' in one ? { ...rest, fails: true as const } : one;
      const timed = { ...own, takes: APART * (one.takes ?? 1) + 2 ** i };
      return stop === 'deaf' ? { ...timed, deaf: true } : { ...timed, stopsIn: stop ?? 0 };
    };
    const ops = works.map((one, i) => tools.op(tools.name(i), apart(one, i)));
    const run = (i: number) => (signal: AbortSignal) => ops[i]?.(signal) as Promise<unknown>;
    let kept: Group | undefined;
    const inner = (signal: AbortSignal) =>
      withNestedGroup((group) => {
        group.spawn(run(4));
        group.spawn(run(5));
        return run(3)(group.signal);
      }, signal);
    const caller = tools.lab.controller();
    if (aborts !== null) tools.lab.at(APART * aborts + 33, () => caller.abort(input.reason));
    await tools.settles(
      () =>
        withNestedGroup((group) => {
          kept = group;
          group.spawn(run(1));
          group.spawn(inner);
          group.spawn(run(2));
          return run(0)(group.signal);
        }, caller.signal).catch((error) => {
          const tell = (one: unknown): string =>
            one instanceof AggregateError && one.cause === undefined && one.errors.length !== 1
              ? `[${one.errors.map(tell).join(', ')}]`
              : one instanceof AggregateError
                ? `[${one.errors.map(tell).join()}]`
                : tools.say(one);
          if (!(error instanceof AggregateError)) throw error;
          tools.note(`failures: ${tell(error)}`);
        }),
      'the group',
    );
    if (!isLate) return;
    try {
      kept?.spawn(async () => tools.note('the task was called'));
    } catch (error) {
      tools.note(error === kept?.signal.reason ? 'it threw the reason' : tools.say(error));
    }
  },
});
