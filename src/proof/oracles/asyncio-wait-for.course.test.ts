/**
 * The reference of `with-timeout` against asyncio's `wait_for`: the same value, failure or timeout, at the same
 * time, with the job in the same state.
 *
 * No scenario is left out. What is JavaScript's own:
 * - The operation gets a signal and stops because of it; a task is cancelled where it awaits. So `cancelled` there is
 *   `aborted` here, and the timeout is an error named `TimeoutError` in both.
 * - If the job fails with another error while it stops, asyncio passes on that one, and the reference the
 *   TimeoutError. No scenario has it: each job stops when it is told to.
 */
import { expect, test } from 'vitest';
import { observe } from '../../lab/run/observe.ts';
import {
  inOurWords,
  type Observed,
  observedIn,
  referenceOf,
  scenariosOf,
  type WaitForScenario,
  workIn,
} from './asyncio.ts';

type WithTimeout = (op: (signal: AbortSignal) => Promise<string>, ms: number) => Promise<string>;

const { withTimeout } = await referenceOf<{ withTimeout: WithTimeout }>(
  '06-cancellation/2-with-timeout',
);
const passesOn = await referenceOf<{ withTimeout: WithTimeout }>(
  '06-cancellation/2-with-timeout/wrong-race',
);

const scenarios = scenariosOf('wait_for');

const titled = scenarios.map(
  (scenario) => [`${workIn(scenario)}, limit ${scenario.timeout}`, scenario] as const,
);

test.each(titled)('withTimeout, as asyncio.wait_for: %s', async (_title, scenario) => {
  expect(await run(withTimeout, scenario)).toEqual(inOurWords(scenario.observed));
});

test('every scenario is compared, and the time is up in some of them', () => {
  expect(scenarios).toHaveLength(60);
  expect(scenarios.filter(({ observed }) => observed.error === 'timeout')).toHaveLength(34);
});

test('a race that stops nothing does not agree', async () => {
  const late = scenarios.filter(({ observed }) => observed.error === 'timeout');
  for (const scenario of late)
    expect(await run(passesOn.withTimeout, scenario)).not.toEqual(inOurWords(scenario.observed));
});

async function run(call: WithTimeout, { jobs, timeout }: WaitForScenario): Promise<Observed> {
  const trace = await observe(({ job }) => {
    const [only] = jobs;
    if (!only) throw new Error('A scenario of wait_for has one job.');
    const { name, takes, fails } = only;
    return call(job(name, takes, { fails: fails && new Error(name) }), timeout).catch((error) => {
      throw error.name === 'TimeoutError' ? new Error('timeout') : error;
    });
  });
  return observedIn(trace);
}
