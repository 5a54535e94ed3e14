import { defineConfig } from 'vitest/config';
import { projectConfig } from './src/runner/projects.ts';

// Plain vitest and editors run the learner's half. Authors ask for the others: --project solutions.
const isAuthor = process.argv.some((argument) => argument.startsWith('--project'));

export default defineConfig(
  isAuthor
    ? {
        test: {
          pool: 'forks',
          isolate: false,
          reporters: ['default'],
          projects: [
            projectConfig('katas'),
            projectConfig('solutions'),
            projectConfig('subjects'),
            projectConfig('tools'),
            projectConfig('hostile'),
          ],
        },
      }
    : projectConfig('katas'),
);
