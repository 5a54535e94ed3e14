import { fc, scenes, time, value } from '#scenes';

const NAMES = ['language', 'user'];

const step = fc.record({
  at: time,
  act: fc.constantFrom('set' as const, 'fork' as const, 'set in a function' as const),
  /** The task that does it, counted from the one that was forked last; the first of all is none. */
  by: fc.constantFrom(0, 0, 1, 1, 2, 3),
  name: fc.constantFrom(...NAMES),
  value,
  /** Set at once when it has forked, to another value. */
  then: fc.option(value, { nil: 'nothing' }),
  /** A second instance is used one time in four. */
  isApart: fc.constantFrom(false, false, false, true),
});

/**
 * Up to Node 22, each AsyncLocalStorage that was ever used makes every promise of the process slower. So all scenes of
 * an attempt use the same two.
 */
const instances = new WeakMap<object, { fork: unknown }[]>();

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-map-by-function': 'No function is forked twice.',
    'wrong-plain-object': 'No name is one that an object has of its own.',
    'wrong-forgets-it-when-f-throws': 'No task throws.',
    'wrong-stays-after-a-throw': 'No task throws.',
    'wrong-handles-the-rejection': 'No task fails.',
    'wrong-asks-for-then': 'No task returns a thenable.',
    'wrong-awaits-the-value': 'No value is a promise.',
    'wrong-names-in-lower-case': 'No two names differ only in that.',
    'wrong-a-hundred-deep': 'There are fewer than ten tasks.',
    'wrong-copies-back-in-finally': 'No task fails.',
    'wrong-copies-back': 'No task ends before all is over.',
    'wrong-empties-at-the-end': 'No task ends before all is over.',
    'wrong-one-map-with-prefixes': 'There are fewer than ten tasks.',
  },
  input: fc.record({ steps: fc.array(step, { minLength: 4, maxLength: 9, size: 'max' }) }),
  call({ TaskVariables }: typeof import('../2-isolate.ts'), { steps }, tools) {
    return tools.settles(async () => {
      const both = (instances.get(TaskVariables) as InstanceType<typeof TaskVariables>[]) ?? [
        new TaskVariables(),
        new TaskVariables(),
      ];
      instances.set(TaskVariables, both);
      type Act = () => unknown;
      const tasks: ((act: Act | undefined) => void)[] = [];
      /** Does what comes, in the task in which it was begun, until nothing more is to come. */
      const begin = async () => {
        let next = (_act: Act | undefined): void => {};
        tasks.push((act) => next(act));
        for (;;) {
          const act = await new Promise<Act | undefined>((resolve) => {
            next = resolve;
          });
          if (!act) return;
          await act();
        }
      };
      const begun = [begin()];
      const say = (variables: InstanceType<typeof TaskVariables>, name: string) =>
        tools.say(variables.get(name));
      const look = (who: string) => {
        for (const [i, variables] of both.entries())
          for (const name of NAMES) tools.note(`${who}: ${i}, ${name} is ${say(variables, name)}`);
      };
      for (const [i, one] of steps.entries()) {
        // What is set after an await is set before the next step.
        await tools.at(one.at + 1, () => {
          const variables = both[one.isApart ? 1 : 0];
          const who = Math.max(0, tasks.length - 1 - one.by);
          const set = (to: unknown) => {
            try {
              variables?.set(one.name, to);
            } catch (error) {
              tools.note(`set throws ${(error as Error)?.message}`);
            }
          };
          const helper = async () => {
            await undefined;
            set(one.value);
          };
          tasks[who]?.(() => {
            if (one.act === 'set') return set(one.value);
            if (one.act !== 'fork' && i > 0) return helper();
            let promise: Promise<void> | undefined;
            const returned = variables?.fork(() => {
              promise = begin();
              return promise;
            });
            if (returned !== promise) tools.note('fork returned another promise');
            if (returned) begun.push(returned);
            if (one.then !== 'nothing') set(one.then);
          });
        });
      }
      await tools.at(1, () => {
        for (const [n, task] of tasks.entries()) task(() => look(`task ${n}`));
      });
      await tools.at(1, () => {
        for (const task of tasks) task(undefined);
      });
      await Promise.all(begun);
    });
  },
});
