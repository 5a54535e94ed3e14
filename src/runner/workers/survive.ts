import type { ChildProcess } from 'node:child_process';
import { url as debuggerUrl } from 'node:inspector';
import type {
  ProcessPool,
  Reporter,
  TestCase,
  TestModule,
  TestSpecification,
  Vitest,
} from 'vitest/node';
import { ownCodeOf } from '../../lab/own-code.ts';
import { testsOf } from '../../lab/trace/tests-of.ts';
import { byPackages } from './apart.ts';
import { hasEnded, type LastWords, lastWordsOf, NEVER_LOADED, STUCK } from './last-words.ts';

export const NOT_RUN = 'Not run: the process died in the tests before it.';

/** A process died with a kata; thrown for a kata that cannot say anything itself any more. */
export const DEATH = 'The process died: ';

const MOST_DEATHS = 3;

/** How long we may hear nothing of a worker, in real ms: while it loads a file, and else. */
const LONGEST_LOADING = 2500;
const LONGEST_SILENCE = 8000;

/** The share of that time in which we may have been busy ourselves: with what it had asked for, perhaps. */
const IDLE = 0.2;

interface SurvivalOptions {
  /** Deaths of one file after which nobody tries the rest of it. */
  readonly mostDeaths?: number | undefined;
  /** Real ms in which nothing may be heard of a worker before it is ended. */
  readonly patience?: number | undefined;
  /** Whether what is doubtful is run again in a process of its own. */
  readonly isAlone?: boolean;
}

type RunnerFile = ReturnType<Vitest['state']['getFiles']>[number];
type Tasks = RunnerFile['tasks'];
type Result = Tasks[number]['result'];

/** What came of the tests of a file in which a process died, by the places of the tests. */
type Died = Map<string, Map<number, Result>>;

/**
 * Lets a run go on when a worker dies (no memory left, an end from outside), or comes to a stand while it
 * loads a file: the test that was under way fails, in words, and a new worker runs those that were still to
 * come. vitest alone would leave them all without a verdict, or wait forever.
 */
export class Survival implements Reporter {
  readonly #workerOf: (moduleId: string) => ChildProcess | undefined;
  readonly #mostDeaths: number;
  readonly #isAlone: boolean;
  readonly #loading: number;
  readonly #silence: number;
  #vitest: Vitest | undefined;
  /** Of each file that is at work: there are several workers. */
  readonly #patience = new Map<string, NodeJS.Timeout>();
  /** What is said of each file with which a worker was ended from here. */
  readonly #ended = new Map<string, string>();
  /** The file that each worker has begun last, and whether it is its first one. */
  readonly #latest = new WeakMap<ChildProcess, { moduleId: string; isFirst: boolean }>();

  constructor(
    workerOf: (moduleId: string) => ChildProcess | undefined,
    { mostDeaths = MOST_DEATHS, patience, isAlone = false }: SurvivalOptions = {},
  ) {
    this.#isAlone = isAlone;
    this.#workerOf = workerOf;
    this.#mostDeaths = mostDeaths;
    this.#loading = patience ?? LONGEST_LOADING;
    this.#silence = patience ?? LONGEST_SILENCE;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
    let pool: ProcessPool | undefined;
    // vitest makes its pool when it first needs one, and there is no public place to stand between.
    Object.defineProperty(vitest, 'pool', {
      configurable: true,
      get: () => pool,
      set: (made: ProcessPool | undefined) => {
        pool = made && { ...made, runTests: (...run) => this.#runAll(made, ...run) };
      },
    });
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    const worker = this.#workerOf(moduleId);
    this.#ended.delete(moduleId);
    if (worker) this.#latest.set(worker, { moduleId, isFirst: !this.#latest.has(worker) });
    // A package may have hundreds of files, of which we hear nothing.
    const { hasPackages } = ownCodeOf(moduleId);
    const longest = hasPackages ? this.#silence : this.#loading;
    this.#wait(moduleId, longest, NEVER_LOADED);
  }

  onTestModuleCollected({ moduleId }: TestModule): void {
    this.#wait(moduleId, this.#silence, STUCK);
  }

  onTestCaseResult({ module: { moduleId } }: TestCase): void {
    // Some results come after the end of their file.
    if (this.#patience.has(moduleId)) this.#wait(moduleId, this.#silence, STUCK);
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    this.#waitNoMore(moduleId);
  }

  /** Until something else is heard of that file. */
  #wait(moduleId: string, longest: number, text: string): void {
    this.#waitNoMore(moduleId);
    let since = performance.eventLoopUtilization();
    const look = () => {
      const { utilization } = performance.eventLoopUtilization(since);
      since = performance.eventLoopUtilization();
      // Somebody who looks around in a debugger takes their time.
      if (utilization > IDLE || debuggerUrl()) return;
      this.#waitNoMore(moduleId);
      const worker = this.#workerOf(moduleId);
      // It may have died by itself, while others are still at work.
      if (!worker || hasEnded(worker) || this.#latest.get(worker)?.moduleId !== moduleId) return;
      this.#ended.set(moduleId, text);
      worker.kill('SIGKILL');
    };
    this.#patience.set(moduleId, setInterval(look, longest).unref());
  }

  #waitNoMore(moduleId: string): void {
    clearInterval(this.#patience.get(moduleId));
    this.#patience.delete(moduleId);
  }

  /** Most files share a worker; what would disturb the others, or was disturbed by them, gets one of its own. */
  async #runAll(
    pool: ProcessPool,
    specs: TestSpecification[],
    invalidates?: string[],
  ): Promise<void> {
    const died: Died = new Map();
    const [together, apart] = byPackages(specs);
    await this.#runToTheEnd(pool, together, died, invalidates);
    // One file may spoil the process for those that run in it later, in ways that nobody can undo. So what has
    // no verdict, or one that is not the lab's, is run again.
    const doubtful = together.filter(
      (spec) => !died.has(spec.moduleId) && isDoubtful(this.#taskOf(spec)),
    );
    const isWorthIt = this.#isAlone && together.length > 1;
    await isolated([...apart, ...(isWorthIt ? doubtful : [])], (some) =>
      this.#runToTheEnd(pool, some, died, invalidates),
    );
    this.#settle(specs, died);
  }

  /** Writes down what came of those who died, and of those of whom nothing came. */
  #settle(specs: readonly TestSpecification[], died: Died): void {
    for (const spec of specs) {
      const file = this.#taskOf(spec);
      const tests = file ? testsOf(file) : [];
      for (const [i, result] of died.get(spec.moduleId) ?? [])
        Object.assign(tests[i] ?? {}, { mode: 'run', result });
      if (file && died.has(spec.moduleId)) file.result = { ...file.result, state: 'fail' };
      if (isOver(file?.result?.state)) continue;
      process.exitCode = 1;
      if (file) file.result = failure(DEATH + STUCK);
    }
  }

  /** As often as a worker dies, the rest in another one. */
  async #runToTheEnd(
    pool: ProcessPool,
    specs: TestSpecification[],
    died: Died,
    invalidates?: string[],
  ): Promise<void> {
    for (let rest = specs; rest.length > 0; ) {
      const before = new Map(rest.map((spec) => [spec, this.#taskOf(spec)]));
      try {
        await pool.runTests(rest, invalidates);
        break;
      } catch (error) {
        const errors = error instanceof AggregateError ? error.errors : [error];
        if (!errors.every(isDeath)) throw error;
      } finally {
        // Nobody is at work any more.
        for (const moduleId of this.#patience.keys()) this.#waitNoMore(moduleId);
      }
      const begun = rest.filter((spec) => this.#taskOf(spec) !== before.get(spec));
      if (begun.length === 0) break;
      const dead = begun.filter((spec) => !isOver(this.#taskOf(spec)?.result?.state));
      const again = dead.flatMap((spec) => this.#bury(spec, this.#lastWords(spec), died));
      rest = [...again, ...rest.filter((spec) => !begun.includes(spec))];
    }
  }

  /** Says of what it died. @returns what is left of it to be run */
  #bury(spec: TestSpecification, words: LastWords | undefined, died: Died): TestSpecification[] {
    // Nothing has come of it, and it may be that the worker was spoilt before: what learners run is run again alone.
    if (!words) return [];
    const { text, test, isAgain } = words;
    if (isAgain) return [spec];
    const file = this.#taskOf(spec);
    if (!file) return [];
    const tests = testsOf(file);
    const results = died.get(spec.moduleId) ?? new Map<number, Result>();
    // Not one of those that it was to run: it dies before it comes to any of them.
    if (!tests[test] || results.has(test)) {
      file.result = failure(DEATH + text);
      return [];
    }
    died.set(spec.moduleId, results.set(test, failure(text)));
    const deaths = [...results.values()].filter((result) => result?.state === 'fail').length;
    // Those that come after it in a suite of its own would die of the same.
    const { suite } = tests[test];
    if (suite) for (let i = test + 1; tests[i]?.suite === suite; i++) results.set(i, SKIPPED);
    const left = [...tests.keys()].filter((i) => !results.has(i));
    if (deaths < this.#mostDeaths) {
      const testIds = left.map((i) => tests[i]?.id as string);
      return left.length > 0 ? [spec.project.createSpecification(spec.moduleId, { testIds })] : [];
    }
    for (const i of left) results.set(i, tests[i]?.result ?? failure(NOT_RUN));
    return [];
  }

  #taskOf({ moduleId }: TestSpecification) {
    return this.#vitest?.state.getFiles([moduleId])[0];
  }

  /** Undefined where the worker of that file did not die of it, or perhaps of one before it. */
  #lastWords({ moduleId }: TestSpecification): LastWords | undefined {
    const worker = this.#workerOf(moduleId);
    const latest = worker && this.#latest.get(worker);
    if (!latest || latest.moduleId !== moduleId) return undefined;
    const text = this.#ended.get(moduleId);
    if (text === undefined) return lastWordsOf(worker);
    return this.#isAlone && !latest.isFirst ? undefined : { text, test: -1 };
  }
}

/** Each of them has a worker of its own meanwhile. */
async function isolated(
  specs: TestSpecification[],
  run: (specs: TestSpecification[]) => Promise<void>,
): Promise<void> {
  const configs = new Set(specs.map(({ project }) => project.config));
  for (const config of configs) config.isolate = true;
  try {
    await run(specs);
  } finally {
    for (const config of configs) config.isolate = false;
  }
}

function failure(message: string): Result {
  return { state: 'fail', errors: [{ name: 'Error', message, stacks: [] }] };
}

/** Without a verdict; or it failed, and neither a law nor the stub's own TODO says why. */
function isDoubtful(file: RunnerFile | undefined): boolean {
  if (!file || !isOver(file.result?.state)) return true;
  if (file.result?.state !== 'fail') return false;
  if (file.result.errors?.length) return !file.result.errors[0]?.message.startsWith(DEATH);
  return testsOf(file).some(({ result, meta }) => {
    if (result?.state !== 'fail') return !isOver(result?.state);
    const [error] = result.errors ?? [];
    return !meta.lab?.failure && !error?.message.startsWith('TODO: ');
  });
}

const SKIPPED: Result = { state: 'skip' };

const isOver = (state: string | undefined) =>
  state === 'pass' || state === 'fail' || state === 'skip';

const isDeath = (error: unknown) =>
  /^\[vitest-pool\]: Worker .* emitted error/.test(`${(error as Error)?.message}`);
