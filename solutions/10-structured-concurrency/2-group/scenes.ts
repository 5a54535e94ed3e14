import { fc, rarely, scenes, type Work, work } from '#scenes';
import type { Group } from '../2-group.ts';

/** Free: which of two failures counts that happen in the same ms. Here no two pieces of work end together. */
const APART = 64;

const kinds = { stops: true, rejects: 'rarely' } as const;

const task = fc.record({
  work: work(kinds),
  /** Which of those before it spawns this one; 0 is the body. */
  by: fc.nat(4),
  /** When that one begins, or when it has ended. */
  when: fc.constantFrom('first' as const, 'then' as const),
});

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-body-later':
      'A scene does not compare what happens in the call with what happens just after it.',
    'wrong-map-by-function': 'No function is spawned twice.',
    'wrong-set-of-tasks': 'No function is spawned twice.',
    'wrong-throws-at-the-spawner': 'No task throws.',
    'wrong-three-rounds': 'There are too few tasks for a third round.',
  },
  input: fc.record({
    /** Free: what is spawned in the ms in which a task throws. So only the body does, as the last thing of its ms. */
    body: work({ ...kinds, throws: true }),
    tasks: fc.array(task, { maxLength: 5, size: 'max' }),
    /** Who tries to spawn when all is over. */
    isLate: rarely,
  }),
  async call({ withGroup }: typeof import('../2-group.ts'), { body, tasks, isLate }, tools) {
    const apart = (one: Work, i: number): Work =>
      'takes' in one ? { ...one, takes: APART * (one.takes ?? 1) + 2 ** i } : one;
    const all = [body, ...tasks.map((one) => one.work)];
    const ops = all.map((one, i) => tools.op(tools.name(i), apart(one, i)));
    const childrenOf = (i: number, when: 'first' | 'then') =>
      [...tasks.keys()].filter(
        (n) => (tasks[n]?.by ?? 0) % (n + 1) === i && tasks[n]?.when === when,
      );
    let group: Group | undefined;
    const spawn = (n: number) => {
      try {
        group?.spawn((signal) => run(n + 1, signal));
      } catch (error) {
        tools.note(`spawn throws ${(error as Error)?.message}`);
      }
    };
    const run = (i: number, signal: AbortSignal): Promise<unknown> => {
      for (const child of childrenOf(i, 'first')) spawn(child);
      const result = ops[i]?.(signal) as Promise<unknown>;
      const then = childrenOf(i, 'then');
      if (then.length === 0) return result;
      return result.then((value) => {
        for (const child of then) spawn(child);
        return value;
      });
    };
    await tools.settles(
      () =>
        withGroup((own) => {
          group = own;
          return run(0, own.signal);
        }),
      'the group',
    );
    if (isLate) spawn(0);
    if (!group?.signal.aborted) tools.note('the signal is not aborted');
  },
});
