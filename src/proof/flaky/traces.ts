/** Set before every test file while `npm run flaky` runs: hands each test's traces to the main process. */
import { basename } from 'node:path';
import { afterEach, beforeAll } from 'vitest';
import { currentTest } from '../../lab/run/current-test.ts';
import type { Trace } from '../../lab/trace/trace.ts';
import { traceAsText } from './trace-as-text.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Each run that the test observed, in order, as text. */
    traces?: readonly string[];
  }
}

/**
 * What it keeps from one call to the next is the mistake of many a wrong attempt, and so its results go by the
 * order of its tests. It has the one that learners have; its file has its place in the crowd all the same.
 */
// biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what is needed first.
beforeAll(({}, { file }) => {
  if (basename(file.filepath).startsWith('wrong-')) file.shuffle = false;
});

/** The real system answers in its own time, so that such a run has no order of its own. */
const asText = (trace: Trace) =>
  trace.io.length > 0 ? 'reached the real system' : traceAsText(trace);

afterEach(({ task }) => {
  task.meta.traces = (currentTest()?.observed ?? []).map(({ trace }) => asText(trace));
});
