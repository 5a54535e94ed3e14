import { expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import type { Kata } from '../course/katas.ts';
import { standingOf } from './standing.ts';

const kata = { id: '01-a/1-b', reference: '/solutions/01-a/1-b.ts' } as Kata;

/** What vitest knows after a run of tests that failed with these messages; a test without one has passed. */
function moduleOf(messages: readonly (string | undefined)[]): TestModule {
  const tests = messages.map((message, i) => ({
    fullName: `test ${i}`,
    result: () => ({
      state: message === undefined ? 'passed' : 'failed',
      errors: message === undefined ? [] : [{ message, stacks: [] }],
    }),
    meta: () => ({}),
  }));
  return {
    moduleId: '/katas/01-a/1-b.spec.ts',
    children: { allTests: () => tests },
    errors: () => [],
  } as unknown as TestModule;
}

const TODO = 'TODO: write b() in katas/01-a/1-b.ts';

const ROWS = [
  ['untouched', [TODO, TODO]],
  ['failing', [TODO, 'Expected 1.']],
  ['failing', [TODO, undefined]],
  ['done', [undefined, undefined]],
  ['unknown', []],
] as const;

test.each(ROWS)('%s: %j', (status, messages) => {
  expect(standingOf(kata, moduleOf(messages)).status).toBe(status);
});
