/** What vitest runs: the learner's half, and what authors run beside it. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, relative, sep } from 'node:path';
import type { Plugin, ViteUserConfig } from 'vitest/config';
import { inOneFile } from './loading/in-one-file.ts';
import { learnersFiles } from './loading/learners-files.ts';
import { ownCopies } from './loading/own-copies.ts';
import { subjects } from './loading/subjects.ts';
import { defineKeyOfKept, keepTransformed } from './loading/transformed.ts';

export type Project =
  | 'katas'
  | 'solutions'
  | 'subjects'
  | 'random'
  | 'tools'
  | 'course'
  | 'hostile';

const shared: ViteUserConfig['test'] = {
  // Files share a worker: several times as fast, and the lab leaves nothing behind between them.
  pool: 'forks',
  isolate: false,
};

/**
 * vitest takes a file that is gone for one that is empty, and gives back what it kept of an empty one. And what a glob
 * found may be other files now.
 */
const nothingKeptOfNothing: Plugin = {
  name: 'learn-async:nothing-kept-of-nothing',
  configureVitest: (context) =>
    defineKeyOfKept(context, ({ sourceCode }) =>
      sourceCode === '' || sourceCode.includes('import.meta.glob') ? false : undefined,
    ),
};

const kept = keepTransformed();

/** A kata is where the course has it, also when that is a link. */
const resolve = { preserveSymlinks: true };

/** Only the page of @vitest/ui shows timelines, and each costs a message to the main process. */
const forLearners = { lab: { page: process.argv.includes('--ui') } };

/** The lessons' timelines come from here: each is the first of its kata. */
const forProofs = { lab: { isProof: true, pictures: 'first' } } as const;

/** Tests of the course itself, its katas and its pages; all others are of the software, and need none of these. */
const OF_COURSE = 'src/**/*.course.test.ts';

/** vitest leaves one core alone; where nobody looks on, that is half of a small machine. */
const onAllCores = { maxWorkers: availableParallelism() };

/** Wrong attempts make Node warn (of too many listeners, say), and who proves wrote none of them. */
const withoutWarnings = { execArgv: ['--no-warnings'] };

/** What a run needs of the course is watched, and nothing else: systems watch so many files and no more. */
const watching = (...folders: string[]): ViteUserConfig['server'] => ({
  watch: {
    ignored: (path: string) => {
      const [top = '', room] = relative(process.cwd(), path).split(sep);
      const isOutside = top === '' || top === '..' || isAbsolute(top);
      const isFile = /^[^.].*\./.test(top);
      return !isOutside && !isFile && (!folders.includes(top) || room === 'testing');
    },
  },
});

export function projectConfig(name: Project): ViteUserConfig {
  switch (name) {
    case 'katas':
      return {
        resolve,
        server: watching('katas', 'src'),
        plugins: [inOneFile('#lab'), nothingKeptOfNothing, learnersFiles(), ownCopies()],
        test: {
          ...shared,
          name,
          provide: forLearners,
          include: ['katas/*/*.spec.ts'],
          // A stub that was away is in no graph of modules; its spec is the one that imports it. (vitest takes
          // no new file for a spec that matches here.)
          watchTriggerPatterns: [
            { pattern: /\/katas\/[^/]+\/[^/]+(?<!\.spec)\.ts$/, testsToRun: specBeside },
          ],
          ...kept,
        },
      };
    case 'solutions':
      return {
        resolve,
        server: watching('katas', 'solutions', 'src'),
        plugins: [inOneFile('#lab'), nothingKeptOfNothing, subjects(), ownCopies()],
        test: {
          ...shared,
          name,
          provide: forLearners,
          include: ['solutions/*/*.ts'],
          ...kept,
        },
      };
    case 'subjects':
      return {
        resolve,
        plugins: [inOneFile('#lab'), nothingKeptOfNothing, subjects(), ownCopies()],
        test: {
          ...shared,
          name,
          provide: forProofs,
          include: [
            '{katas,solutions}/*/*.ts',
            'solutions/*/*/*.ts',
            '!**/*.spec.ts',
            '!**/scenes.ts',
          ],
          // What a failure says must not depend on an author's terminal.
          env: { LC_ALL: 'C.UTF-8' },
          ...onAllCores,
          ...withoutWarnings,
          ...kept,
        },
      };
    case 'random':
      return {
        plugins: [inOneFile('#scenes'), nothingKeptOfNothing, ownCopies()],
        test: {
          ...shared,
          name,
          provide: { lab: { isProof: true } },
          include: ['solutions/*/*/scenes.ts'],
          env: { LC_ALL: 'C.UTF-8' },
          ...withoutWarnings,
          ...kept,
        },
      };
    case 'tools':
    case 'course':
      return {
        test: {
          ...shared,
          name,
          include: [name === 'course' ? OF_COURSE : 'src/**/*.test.ts'],
          exclude: ['src/testing/hostile/*', ...(name === 'course' ? [] : [OF_COURSE])],
          env: { LC_ALL: 'C.UTF-8' },
          provide: { lab: { areOurs: true } },
          ...onAllCores,
          testTimeout: 60_000,
        },
      };
    case 'hostile':
      return {
        test: {
          ...shared,
          name,
          include: ['src/testing/hostile/*.test.ts'],
          // As many processes at a time as the smallest machine has cores.
          fileParallelism: false,
          maxConcurrency: 2,
          testTimeout: 600_000,
        },
      };
  }
}

function specBeside(stub: string): string | undefined {
  const spec = stub.replace(/\.ts$/, '.spec.ts');
  return existsSync(spec) ? spec : undefined;
}
