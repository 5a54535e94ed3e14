/**
 * The reference of `group` against asyncio's `TaskGroup`: the same end at the same time, with every task in the same
 * state.
 *
 * No scenario is left out. What is JavaScript's own:
 * - A task gets a signal and stops because of it; asyncio cancels it where it awaits. So `cancelled` there is `aborted`
 *   here.
 * - A TaskGroup raises an ExceptionGroup of all failures, `withGroup` the first one as it is. Here each scenario that
 *   fails has one: what is cancelled does not fail.
 * - `spawn` calls its task at once, `create_task` a turn later. Both begin at 0 ms.
 */
import { expect, test } from 'vitest';
import { observe } from '../../lab/run/observe.ts';
import {
  inOurWords,
  type Observed,
  observedIn,
  referenceOf,
  scenariosOf,
  type TaskGroupScenario,
  workIn,
} from './asyncio.ts';

interface Group {
  spawn(task: (signal: AbortSignal) => Promise<unknown>): void;
}
type WithGroup = <T>(body: (group: Group) => Promise<T>) => Promise<T>;

const { withGroup } = await referenceOf<{ withGroup: WithGroup }>(
  '10-structured-concurrency/2-group',
);
const careless = await referenceOf<{ withGroup: WithGroup }>(
  '10-structured-concurrency/2-group/wrong-stops-nobody',
);

const scenarios = scenariosOf('task_group');
const failing = scenarios.filter(({ observed }) => observed.errors);

const titled = scenarios.map((scenario) => [workIn(scenario), scenario] as const);

test.each(titled)('withGroup, as asyncio.TaskGroup: %s', async (_title, scenario) => {
  expect(await run(withGroup, scenario)).toEqual(withFirst(scenario.observed));
});

test('every scenario is compared, and a task fails in some of them', () => {
  expect(scenarios).toHaveLength(60);
  expect(failing.map(({ observed }) => observed.errors?.length)).toEqual(Array(19).fill(1));
});

test('a group that stops nobody does not agree', async () => {
  const stopped = failing.filter(({ observed }) =>
    Object.values(observed.spans).some(({ outcome }) => outcome === 'cancelled'),
  );
  expect(stopped.length).toBeGreaterThan(0);
  for (const scenario of stopped)
    expect(await run(careless.withGroup, scenario)).not.toEqual(withFirst(scenario.observed));
});

async function run(group: WithGroup, { jobs }: TaskGroupScenario): Promise<Observed> {
  const trace = await observe(({ job }) =>
    group(async ({ spawn }) => {
      const values: string[] = [];
      for (const [i, { name, takes, fails }] of jobs.entries()) {
        const work = job(name, takes, { fails: fails && new Error(name) });
        spawn(async (signal) => {
          values[i] = await work(signal);
        });
      }
      return values;
    }),
  );
  return observedIn(trace);
}

function withFirst({ errors, ...observed }: TaskGroupScenario['observed']): Observed {
  const [first] = errors ?? [];
  return inOurWords(first === undefined ? observed : { ...observed, error: first });
}
