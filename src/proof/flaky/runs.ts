import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { type Collected, createRerunner } from '../../runner/collect.ts';
import { keepNothing } from '../../runner/loading/transformed.ts';
import type { Project } from '../../runner/projects.ts';

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

const options = {
  // A picture's signs go by the terminal; here they shall be the same on every machine.
  env: { LC_ALL: 'C.UTF-8' },
  setupFiles: [join(import.meta.dirname, 'traces.ts')],
  // It is shared with every other vitest of this checkout, and emptied when packages change.
  ...keepNothing(),
};

/** One in so many of the answers that a proof judges: those of this number, counted from 0. */
export interface Part {
  readonly of: number;
  readonly number: number;
}

/** What there was to be seen in this part of a run of the whole. */
export function partOf(results: Results, part: Part): Results {
  const isIn = ([test]: [string, unknown]) => {
    const [project, file] = test.split(' ') as [string, string];
    return isInPart(project, file, part);
  };
  return new Map([...results].filter(isIn));
}

/** What learners run is in each part: the katas as shipped, and the references. @param file below the root, with slashes */
function isInPart(project: string, file: string, { of, number }: Part): boolean {
  return project !== 'subjects' || numberOf(file) % of === number % of;
}

/** Always the same, and spread evenly. */
const numberOf = (file: string) => createHash('sha256').update(file).digest().readUInt32LE();

const fileNamed = (root: string, path: string) => relative(root, path).replaceAll('\\', '/');

/** The verification, ready to be run again and again. */
export async function createVerification(root: string) {
  const all = await Promise.all(PROJECTS.map((project) => createRerunner(project, root, options)));
  return {
    /**
     * @param seed of the order, which is the one of the files and of the specs without it
     * @param part of the proof; all without it
     */
    run: async (seed?: number, part?: Part): Promise<Results> => {
      const results = new Map<string, Seen>();
      for (const [i, { run }] of all.entries()) {
        const project = `${PROJECTS[i]}`;
        const isIn = (file: string) => !part || isInPart(project, fileNamed(root, file), part);
        gather(project, root, await run(seed, isIn), results);
      }
      return results;
    },
    close: () => Promise.all(all.map(({ close }) => close())),
  };
}

function gather(
  project: string,
  root: string,
  { modules, stray }: Collected,
  results: Map<string, Seen>,
): void {
  for (const [path, module] of modules) {
    const file = `${project} ${fileNamed(root, path)}`;
    const broken = wordsOf(module.errors());
    if (broken) results.set(file, { state: 'not run', message: broken, traces: [] });
    for (const test of module.children.allTests()) {
      const key = `${file} «${test.fullName}»`;
      const { state, errors = [] } = test.result();
      const seen = { state, message: wordsOf(errors), traces: test.meta().traces ?? [] };
      results.set(results.has(key) ? `${key}, its namesake` : key, seen);
    }
  }
  for (const [i, message] of stray.entries())
    results.set(`${project}, beside all tests (${i + 1})`, {
      state: 'failed',
      message,
      traces: [],
    });
}

function wordsOf(errors: readonly { readonly message: string }[]): string {
  return errors.map(({ message }) => message).join('\n\n');
}
