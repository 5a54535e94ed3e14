/**
 * What a real CPython asyncio did, beside what a reference does on the same work in the lab.
 * `asyncio.json` was made by CPython itself on a virtual clock; times are virtual ms.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../course/home.ts';
import { install } from '../../lab/install.ts';
import { observe } from '../../lab/run/observe.ts';
import type { Lab } from '../../lab/scene/scenario.ts';
import { workOf } from '../../lab/trace/look.ts';
import type { Trace } from '../../lab/trace/trace.ts';

// Before any reference is loaded: some keep a timer function at the top of their file.
install();

/** `a`, `b` …; done it gives its name in capitals, failing it fails with its name. */
export interface OracleJob {
  readonly name: string;
  readonly takes: number;
  readonly fails: boolean;
}

/** A value or the name of the job that failed; `at`: when it came, where the call tells. */
export type Entry = { readonly at?: number } & (
  | { readonly value: string }
  | { readonly error: string }
);

/** A job as it was when the call settled: what ended later has no end yet. */
export interface OracleSpan {
  readonly start: number;
  readonly end: number | null;
  readonly outcome: 'done' | 'failed' | 'running' | 'aborted' | 'cancelled';
}

/** `value` or `error`: the name of the job whose failure was passed on. */
export interface Observed<Value = unknown> {
  readonly settledAt: number;
  readonly value?: Value;
  readonly error?: string;
  readonly spans: Readonly<Record<string, OracleSpan>>;
}

interface Recorded<Kind extends string, Value> {
  readonly kind: Kind;
  readonly jobs: readonly OracleJob[];
  readonly observed: Observed<Value>;
}

export interface GatherScenario extends Recorded<'gather', readonly Entry[]> {
  readonly returnExceptions: boolean;
}

/** Names of the promises in each set, in the order of the jobs; `timeout` null: none. */
export interface WaitScenario
  extends Recorded<'wait', { readonly done: string[]; readonly pending: string[] }> {
  readonly timeout: number | null;
  readonly returnWhen: 'ALL_COMPLETED' | 'FIRST_COMPLETED' | 'FIRST_EXCEPTION';
}

/** Each entry has its `at`. */
export type AsCompletedScenario = Recorded<'as_completed', readonly Entry[]>;

/** One job; `error` is `timeout` where the time was up. */
export interface WaitForScenario extends Recorded<'wait_for', string> {
  readonly timeout: number;
}

/** All jobs are tasks of one group; `errors`: those of its ExceptionGroup. */
export interface TaskGroupScenario extends Recorded<'task_group', string[]> {
  readonly observed: Observed<string[]> & { readonly errors?: readonly string[] };
}

/** A `gather` with `return_exceptions` of jobs that each begin `async with semaphore`. */
export interface SemaphoreScenario extends Recorded<'semaphore', readonly Entry[]> {
  readonly permits: number;
}

/** An item went in or came out. */
export type QueueStep = { readonly at: number } & (
  | { readonly put: number }
  | { readonly got: number }
);

/** One maker that sleeps so many ms before each `put`, and one taker that sleeps so many ms after each `get`. */
export interface QueueScenario {
  readonly kind: 'queue';
  readonly maxsize: number;
  readonly produceEvery: readonly number[];
  readonly consumeEvery: readonly number[];
  readonly observed: Observed<readonly QueueStep[]>;
}

/** One whose work is jobs. */
export type Scenario =
  | GatherScenario
  | WaitScenario
  | AsCompletedScenario
  | WaitForScenario
  | TaskGroupScenario
  | SemaphoreScenario;

type AnyScenario = Scenario | QueueScenario;

/** The scenarios of one kind, in the order of the file. */
export function scenariosOf<Kind extends AnyScenario['kind']>(
  kind: Kind,
): Extract<AnyScenario, { kind: Kind }>[] {
  const file = readFileSync(join(import.meta.dirname, 'asyncio.json'), 'utf8');
  const { scenarios } = JSON.parse(file) as { scenarios: AnyScenario[] };
  return scenarios.filter((scenario) => scenario.kind === kind) as Extract<
    AnyScenario,
    { kind: Kind }
  >[];
}

/** `a 125 fails, b 25`: a scenario's work, for the title of its test. */
export function workIn({ jobs }: Scenario): string {
  const words = jobs.map(({ name, takes, fails }) => `${name} ${takes}${fails ? ' fails' : ''}`);
  return words.join(', ') || 'nothing';
}

/** The reference of a kata, `03-gather/1-gather`; found by its path, as nothing in src imports it. */
export async function referenceOf<Module>(kata: string): Promise<Module> {
  return (await import(join(HOME, 'solutions', `${kata}.ts`))) as Module;
}

/**
 * Starts a scenario's jobs at 0 ms, hands them to `call`, and tells how that settled in the words of
 * `asyncio.json`. The value is the one that `call` gives: shaping it is the caller's.
 *
 * @param call gets the promises by the names of their jobs, in the order of the jobs
 */
export async function runInLab(
  { jobs }: Scenario,
  call: (running: ReadonlyMap<string, Promise<string>>, lab: Lab) => unknown,
): Promise<{ observed: Observed; trace: Trace }> {
  const trace = await observe((lab) => {
    const running = jobs.map(({ name, takes, fails }) => {
      const job = lab.job(name, takes, { fails: fails && new Error(name) });
      return [name, job()] as const;
    });
    return call(new Map(running), lab);
  });
  return { observed: observedIn(trace), trace };
}

/** What a promise came to, as `asyncio.json` writes it. */
export function entryOf(settled: PromiseSettledResult<string>): Entry {
  return settled.status === 'fulfilled'
    ? { value: settled.value }
    : { error: nameOf(settled.reason) };
}

/** A job's failure says nothing but the job's name. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How a run settled, in the words of `asyncio.json`. */
export function observedIn(trace: Trace): Observed {
  const { outcome } = trace;
  const seen = { settledAt: outcome.at, spans: spansAtTheEnd(trace) };
  if (outcome.kind === 'returned') return { ...seen, value: outcome.value };
  if (outcome.kind === 'failed') return { ...seen, error: nameOf(outcome.error) };
  throw new Error(`The call did not settle: ${outcome.kind} at ${outcome.at} ms.`);
}

/** A task is cancelled where it awaits, and a job stops because of its signal: `cancelled` there is `aborted` here. */
export function inOurWords<Told extends Observed>({ spans, ...observed }: Told) {
  const entries = Object.entries(spans).map(([name, span]) => [
    name,
    { ...span, outcome: span.outcome === 'cancelled' ? ('aborted' as const) : span.outcome },
  ]);
  return { ...observed, spans: Object.fromEntries(entries) as Observed['spans'] };
}

function spansAtTheEnd(trace: Trace): Record<string, OracleSpan> {
  return Object.fromEntries(
    workOf(trace).map(({ name, start, end, ending }) => {
      const ended = end !== null && end.order < trace.outcome.order;
      const span = ended
        ? { start: start.at, end: end.at, outcome: ending }
        : { start: start.at, end: null, outcome: 'running' as const };
      return [name, span];
    }),
  );
}
