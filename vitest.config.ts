import { defineConfig } from 'vitest/config';
import { subjects } from './src/proof/subjects.ts';

const root = import.meta.dirname;

export default defineConfig({
  test: {
    // Files share a worker: several times as fast, and the lab leaves nothing behind between them.
    pool: 'forks',
    isolate: false,
    project: ['katas'],
    projects: [
      { extends: true, test: { name: 'katas', include: ['katas/*/*.spec.ts'] } },
      {
        extends: true,
        plugins: [subjects(root)],
        test: { name: 'solutions', include: ['solutions/*/*.ts'] },
      },
      {
        extends: true,
        plugins: [subjects(root)],
        test: { name: 'subjects', include: ['{katas,solutions}/*/*.ts', 'solutions/*/*/*.ts', '!**/*.spec.ts'] },
      },
      { extends: true, test: { name: 'tools', include: ['src/**/*.test.ts'] } },
    ],
  },
});
