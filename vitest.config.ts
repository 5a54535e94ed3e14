import { defineConfig } from 'vitest/config';
import { ForksPoolWorker } from 'vitest/node';
import { HOME } from './src/course/home.ts';
import { projectConfig } from './src/runner/projects.ts';
import { survival } from './src/runner/workers/survival-plugin.ts';
import { CourseReporter } from './src/tutor/page/reporter.ts';

// Plain vitest and editors run the learner's half. Authors ask for the others: --project solutions.
const isAuthor = process.argv.some((argument) => argument.startsWith('--project'));

const { plugins, resolve, test } = projectConfig('katas');

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
            projectConfig('course'),
            projectConfig('hostile'),
          ],
        },
      }
    : {
        // Wherever in the course vitest was started.
        root: HOME,
        plugins: [...(plugins ?? []), survival(ForksPoolWorker)],
        resolve,
        test: { ...test, reporters: [new CourseReporter()] },
      },
);
