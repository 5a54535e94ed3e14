import { afterAll, expect, test } from 'vitest';
import { type Attempt, attemptsOf } from '../course/attempts.ts';
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
  comesLater: false,
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

test('a test that waits for the others is laid at no wrong attempt, and none may claim it', () => {
  const kata = katasOf(root)[0] as Kata;
  const waits = { ...passed('for real'), passed: false, message: 'later', comesLater: true };
  const failed = { ...passed('runs'), passed: false, message: 'no' };
  const tests = [failed, waits];
  const problemsOf = (fails: string[]): string[] => {
    const problems: string[] = [];
    const attempt = {
      ...(attemptsOf(kata)[0] as Attempt),
      kind: 'wrong' as const,
      fails,
      says: 'no',
    };
    const results = new Map([
      [kata.reference, { tests: [passed('runs'), passed('for real')], errors: [] }],
      [attempt.file, { tests, errors: [] }],
    ]);
    judge(kata, [attempt], results, problems);
    return problems.filter((problem) => problem.includes('for real'));
  };
  expect(problemsOf(['runs'])).toEqual([]);
  expect(problemsOf(['runs', 'for real'])).toHaveLength(1);
});
