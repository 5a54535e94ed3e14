/** Set before every test file while `npm run flaky` runs: hands each test's traces to the main process. */
import { afterEach } from 'vitest';
import { currentTest } from '../../lab/run/current-test.ts';
import { traceAsText } from './trace-as-text.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Each run that the test observed, in order, as text. */
    traces?: readonly string[];
  }
}

afterEach(({ task }) => {
  task.meta.traces = (currentTest()?.observed ?? []).map(({ trace }) => traceAsText(trace));
});
