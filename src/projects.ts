/** What vitest runs: the learner's half, and what authors run beside it. */
import type { ViteUserConfig } from 'vitest/config';
import { subjects } from './proof/subjects.ts';
import { CourseReporter } from './tutor/reporter.ts';

export type Project = 'katas' | 'solutions' | 'subjects' | 'tools';

const shared: ViteUserConfig['test'] = {
  // Files share a worker: several times as fast, and the lab leaves nothing behind between them.
  pool: 'forks',
  isolate: false,
  reporters: [new CourseReporter()],
};

export function projectConfig(name: Project): ViteUserConfig {
  // Only the page of @vitest/ui shows pictures, and each costs a message to the main process.
  const provide = { pictures: process.argv.includes('--ui') };
  switch (name) {
    case 'katas':
      return {
        test: {
          ...shared,
          name,
          provide,
          include: ['katas/*/*.spec.ts'],
          // What has not changed since the last run need not be transformed again.
          experimental: { fsModuleCache: true },
        },
      };
    case 'solutions':
      return {
        plugins: [subjects()],
        test: { ...shared, name, provide, include: ['solutions/*/*.ts'] },
      };
    case 'subjects':
      return {
        plugins: [subjects()],
        test: {
          ...shared,
          name,
          include: ['{katas,solutions}/*/*.ts', 'solutions/*/*/*.ts', '!**/*.spec.ts'],
          // The lessons' timelines come from here, and must not depend on an author's terminal.
          env: { LC_ALL: 'C.UTF-8', LEARN_ASYNC_PROOF: '1' },
        },
      };
    case 'tools':
      return {
        test: {
          ...shared,
          name,
          include: ['src/**/*.test.ts'],
          env: { LC_ALL: 'C.UTF-8' },
          testTimeout: 60_000,
        },
      };
  }
}
