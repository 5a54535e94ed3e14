import { afterAll, expect, test } from 'vitest';
import { attemptsOf } from '../course/attempts.ts';
import { type Kata, katasOf } from '../course/katas.ts';
import { createCourse, PROVEN } from '../testing/miniature.ts';
import { judge } from './judge.ts';
import type { SubjectResult } from './run-subjects.ts';

const { root, remove } = createCourse(PROVEN);
afterAll(remove);

const passed = (title: string) => ({
  title,
  passed: true,
  message: '',
  picture: undefined,
  looseEndsOnly: false,
});

test('what was not run proves nothing', () => {
  const kata = katasOf(root)[0] as Kata;
  const attempts = attemptsOf(kata);
  const nothing: SubjectResult = { tests: [], errors: [] };
  const results = new Map(
    [kata.stub, ...attempts.map(({ file }) => file)].map((file) => [file, nothing]),
  );
  results.set(kata.reference, { tests: [passed('runs')], errors: [] });
  const problems: string[] = [];
  const { attempts: judged } = judge(kata, attempts, results, problems);
  expect(problems).toContain('01-proof/1-both: the stub was not run.');
  for (const { name, kind } of attempts)
    if (kind === 'wrong') expect(problems).toContain(`01-proof/1-both: ${name} was not run.`);
  expect(judged.filter(({ ok }) => ok)).toEqual([]);
});
