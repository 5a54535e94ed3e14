import { defineConfig } from 'vitest/config';
import { subjects } from './src/proof/subjects.ts';
import { CourseReporter } from './src/tutor/reporter.ts';

export default defineConfig({
  test: {
    // Files share a worker: several times as fast, and the lab leaves nothing behind between them.
    pool: 'forks',
    isolate: false,
    reporters: [new CourseReporter()],
    // Unless told otherwise, the learner's half; vitest knows the option and its types do not.
    ...({ project: ['katas'] } as object),
    projects: [
      { extends: true, test: { name: 'katas', include: ['katas/*/*.spec.ts'] } },
      {
        extends: true,
        plugins: [subjects()],
        test: { name: 'solutions', include: ['solutions/*/*.ts'] },
      },
      {
        extends: true,
        plugins: [subjects()],
        test: {
          name: 'subjects',
          include: ['{katas,solutions}/*/*.ts', 'solutions/*/*/*.ts', '!**/*.spec.ts'],
          // The lessons' timelines come from here, and must not depend on an author's terminal.
          env: { LC_ALL: 'C.UTF-8' },
        },
      },
      { extends: true, test: { name: 'tools', include: ['src/**/*.test.ts'] } },
    ],
  },
});
