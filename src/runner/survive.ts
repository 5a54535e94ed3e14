import type { ChildProcess } from 'node:child_process';
import { url as debuggerUrl } from 'node:inspector';
import { tmpdir } from 'node:os';
import type {
  ProcessPool,
  Reporter,
  TestCase,
  TestModule,
  TestSpecification,
  Vitest,
} from 'vitest/node';
import { forget, recall } from '../course/keep.ts';
import { testsOf } from '../lab/tests-of.ts';

/** What a worker says of its end. */
interface LastWords {
  readonly text: string;
  /** Which of the tests of the file was under way, counted from 0; -1 when none was. */
  readonly test: number;
  /** It is to begin again: the worker had no room left for it. */
  readonly isAgain?: boolean;
}

const NO_WORDS =
  'Node ended while this kata was running, and did not say why. Most often it has no memory left: what in your code keeps growing?';

const NEVER_LOADED =
  'The file was not loaded to its end. Is there an await outside all functions, of a promise that never settles?';

const STUCK =
  'The specs could neither continue nor end. Did this code change something that they need, such as a global?';

export const NOT_RUN = 'Not run: the process died in the tests before it.';

/** A process died with a kata; thrown for a kata that cannot say anything itself any more. */
export const DEATH = 'The process died: ';

/** Deaths of one file after which nobody tries the rest of it, if nothing else was asked for. */
const MOST_DEATHS = 3;

/** How long we may hear nothing of a worker, in real ms: while it loads a file, and else. */
const LONGEST_LOADING = 2500;
const LONGEST_SILENCE = 8000;

/** The share of that time in which we may have been busy ourselves: with what it had asked for, perhaps. */
const IDLE = 0.2;

type Tasks = ReturnType<Vitest['state']['getFiles']>[number]['tasks'];
type Result = Tasks[number]['result'];

/**
 * Lets a run go on when a worker dies (no memory left, an end from outside), or comes to a stand while it
 * loads a file: the test that was under way fails, in words, and a new worker runs those that were still to
 * come. vitest alone would leave them all without a verdict, or wait forever.
 */
export class Survival implements Reporter {
  readonly #workerOf: (moduleId: string) => ChildProcess | undefined;
  readonly #mostDeaths: number;
  #vitest: Vitest | undefined;
  #patience: NodeJS.Timeout | undefined;
  /** What is said of the file with which a worker was ended from here. */
  #ended: { readonly moduleId: string; readonly text: string } | undefined;

  constructor(
    workerOf: (moduleId: string) => ChildProcess | undefined,
    mostDeaths: number = MOST_DEATHS,
  ) {
    this.#workerOf = workerOf;
    this.#mostDeaths = mostDeaths;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
    let pool: ProcessPool | undefined;
    // vitest makes its pool when it first needs one, and there is no public place to stand between.
    Object.defineProperty(vitest, 'pool', {
      configurable: true,
      get: () => pool,
      set: (made: ProcessPool | undefined) => {
        pool = made && { ...made, runTests: (...run) => this.#runAll(vitest, made, ...run) };
      },
    });
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    this.#wait(moduleId, LONGEST_LOADING, NEVER_LOADED);
  }

  onTestModuleCollected({ moduleId }: TestModule): void {
    this.#wait(moduleId, LONGEST_SILENCE, STUCK);
  }

  onTestCaseResult({ module }: TestCase): void {
    this.#wait(module.moduleId, LONGEST_SILENCE, STUCK);
  }

  onTestRunEnd(): void {
    clearInterval(this.#patience);
  }

  /** Until something else is heard. */
  #wait(moduleId: string, longest: number, text: string): void {
    clearInterval(this.#patience);
    let since = performance.eventLoopUtilization();
    this.#patience = setInterval(() => {
      const { utilization } = performance.eventLoopUtilization(since);
      since = performance.eventLoopUtilization();
      // Somebody who looks around in a debugger takes their time.
      if (utilization > IDLE || debuggerUrl()) return;
      clearInterval(this.#patience);
      this.#ended = { moduleId, text };
      this.#workerOf(moduleId)?.kill('SIGKILL');
    }, longest).unref();
  }

  async #runAll(
    vitest: Vitest,
    pool: ProcessPool,
    specs: TestSpecification[],
    invalidates?: string[],
  ): Promise<void> {
    this.#ended = undefined;
    const died = new Map<string, Map<number, Result>>();
    for (let rest = specs; rest.length > 0; ) {
      const before = new Map(rest.map((spec) => [spec, this.#taskOf(spec)]));
      try {
        await pool.runTests(rest, invalidates);
        break;
      } catch (error) {
        const errors = error instanceof AggregateError ? error.errors : [error];
        if (!errors.every(isDeath)) throw error;
      }
      const begun = rest.filter((spec) => this.#taskOf(spec) !== before.get(spec));
      if (begun.length === 0) break;
      const dead = begun.filter((spec) => !isOver(this.#taskOf(spec)?.result?.state));
      const again = dead.flatMap((spec) => this.#bury(spec, this.#lastWords(spec), died));
      rest = [...again, ...rest.filter((spec) => !begun.includes(spec))];
    }
    for (const [moduleId, results] of died) {
      const [file] = vitest.state.getFiles([moduleId]);
      const tests = file ? testsOf(file) : [];
      for (const [i, result] of results) Object.assign(tests[i] ?? {}, { mode: 'run', result });
      if (file) file.result = { ...file.result, state: 'fail' };
    }
  }

  /** Says of what it died. @returns what is left of it to be run */
  #bury(
    spec: TestSpecification,
    { text, test, isAgain }: LastWords,
    died: Map<string, Map<number, Result>>,
  ): TestSpecification[] {
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

  #lastWords({ moduleId }: TestSpecification): LastWords {
    const ended = this.#ended;
    this.#ended = undefined;
    if (ended?.moduleId === moduleId) return { text: ended.text, test: -1 };
    // A worker that has to die writes why, below the folder in which we run, or where it can.
    const name = `last-words-${this.#workerOf(moduleId)?.pid}`;
    const words = ['.', tmpdir()].map((root) => {
      const said = recall(root, name) as LastWords | undefined;
      forget(root, name);
      return said;
    });
    return words[0] ?? words[1] ?? { text: NO_WORDS, test: -1 };
  }
}

function failure(message: string): Result {
  return { state: 'fail', errors: [{ name: 'Error', message, stacks: [] }] };
}

const SKIPPED: Result = { state: 'skip' };

const isOver = (state: string | undefined) =>
  state === 'pass' || state === 'fail' || state === 'skip';

const isDeath = (error: unknown) =>
  /^\[vitest-pool\]: Worker .* emitted error/.test(`${(error as Error)?.message}`);
