import { join, relative, resolve } from 'node:path';
import { createVitest, type TestModule, type Vitest } from 'vitest/node';
import { type Project, projectConfig } from '../../runner/projects.ts';

/** What came of one test. */
export interface Seen {
  readonly state: string;
  /** Whole, as a learner reads it; empty where nothing failed. */
  readonly message: string;
  /** Each run that it observed, as text. */
  readonly traces: readonly string[];
}

/** By `subjects solutions/04-wait/2-wait.ts «title»`. */
export type Results = ReadonlyMap<string, Seen>;

/** What a run of the whole verification is: the katas as shipped, the references, and every attempt. */
const PROJECTS: readonly Project[] = ['katas', 'solutions', 'subjects'];

/**
 * The verification, ready to be run again and again. vitest is started once and keeps what it has
 * compiled, which is most of its work; each run gets worker processes of its own.
 */
export class Rerunner {
  readonly #root: string;
  readonly #started: readonly [Project, Vitest][];

  private constructor(root: string, started: readonly [Project, Vitest][]) {
    this.#root = root;
    this.#started = started;
  }

  static async start(root: string): Promise<Rerunner> {
    const started: [Project, Vitest][] = [];
    for (const project of PROJECTS) started.push([project, await start(project, root)]);
    return new Rerunner(root, started);
  }

  /** @param seed files, and the tests in each of them, are shuffled by it; without it they are in order */
  async run(seed?: number): Promise<Results> {
    const results = new Map<string, Seen>();
    for (const [project, vitest] of this.#started) {
      const { sequence } = vitest.config;
      sequence.shuffle = seed !== undefined;
      sequence.seed = seed ?? 0;
      const files = await vitest.globTestSpecifications();
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(files, true);
      for (const module of testModules) this.#collect(project, module, results);
      unhandledErrors.forEach((error, i) => {
        const message = String((error as Error)?.message ?? error);
        results.set(`${project}, beside all tests (${i + 1})`, {
          state: 'failed',
          message,
          traces: [],
        });
      });
    }
    return results;
  }

  async close(): Promise<void> {
    for (const [, vitest] of this.#started) await vitest.close();
  }

  #collect(project: Project, module: TestModule, results: Map<string, Seen>): void {
    const file = relative(this.#root, resolve(module.moduleId)).replaceAll('\\', '/');
    const broken = module.errors().map(({ message }) => message);
    if (broken.length > 0) {
      const message = broken.join('\n\n');
      results.set(`${project} ${file}`, { state: 'not run', message, traces: [] });
    }
    for (const test of module.children.allTests()) {
      const { state, errors = [] } = test.result();
      const key = `${project} ${file} «${test.fullName}»`;
      results.set(results.has(key) ? `${key}, its namesake` : key, {
        state,
        message: errors.map(({ message }) => message).join('\n\n'),
        traces: test.meta().traces ?? [],
      });
    }
  }
}

function start(project: Project, root: string): Promise<Vitest> {
  const { test, plugins = [] } = projectConfig(project);
  const inline = {
    watch: false,
    reporters: [{}],
    passWithNoTests: true,
    // A picture's signs go by the terminal; here they shall be the same on every machine.
    env: { ...test?.env, LC_ALL: 'C.UTF-8' },
    setupFiles: [join(import.meta.dirname, 'traces.ts')],
    sequence: { shuffle: { files: true, tests: true } },
    // It is shared with every other vitest of this checkout, and emptied when packages change.
    experimental: { ...test?.experimental, fsModuleCache: false },
  };
  return createVitest(
    'test',
    { ...inline, root, config: false } as never,
    {
      plugins,
      test: { ...test, ...inline },
    } as never,
  );
}
