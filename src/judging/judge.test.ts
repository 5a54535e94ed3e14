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

/** What is said of one wrong attempt that ends so. */
function complaintsOf(change: Partial<Attempt>, tests: SubjectResult['tests']): string[] {
  const kata = katasOf(root)[0] as Kata;
  const attempt: Attempt = {
    ...(attemptsOf(kata)[0] as Attempt),
    name: 'wrong-mine.ts',
    kind: 'wrong',
    about: '',
    fails: [],
    says: undefined,
    ...change,
  };
  const results = new Map([
    [kata.reference, { tests: tests.map(({ title }) => passed(title)), errors: [] }],
    [attempt.file, { tests, errors: [] }],
  ]);
  const problems: string[] = [];
  judge(kata, [attempt], results, problems);
  return problems.filter((problem) => problem.includes('wrong-mine.ts'));
}

const failed = (title: string) => ({ ...passed(title), passed: false, message: 'No.\nNot so.' });

test('of a wrong attempt that passes every test, nothing else is said', () => {
  expect(complaintsOf({}, [passed('runs'), passed('ends')])).toMatchInlineSnapshot(`
    [
      "01-proof/1-both: wrong-mine.ts passes every test. Either a test is missing, or the attempt is right; if so, call it right-<shape>.ts.",
    ]
  `);
});

test('a wrong attempt that does not fail what it names is told which test that is', () => {
  const tests = [passed('runs'), passed('ends')];
  expect(complaintsOf({ about: 'Ends late.', fails: ['ends'] }, tests)).toMatchInlineSnapshot(`
    [
      "01-proof/1-both: wrong-mine.ts should fail «ends», and passes it.",
    ]
  `);
});

test('a wrong attempt without headers is told what it fails, and what is to stand there', () => {
  expect(complaintsOf({}, [passed('runs'), failed('ends')]).join('\n')).toMatchInlineSnapshot(`
    "01-proof/1-both: wrong-mine.ts begins without a comment that names the misconception. Write one for npm run compare: // Assumes that …
    01-proof/1-both: wrong-mine.ts says with no «// Fails: <title>» line which tests it fails.
    01-proof/1-both: wrong-mine.ts fails «ends» too; no «// Fails:» line says so:
      No.
      Not so.
    01-proof/1-both: wrong-mine.ts says with no «// Says: <words>» line what its first failure tells the learner."
  `);
});

test('a wrong attempt names the misconception', () => {
  const change = { fails: ['ends'], says: 'Not so.' };
  expect(complaintsOf(change, [passed('runs'), failed('ends')])).toMatchInlineSnapshot(`
    [
      "01-proof/1-both: wrong-mine.ts begins without a comment that names the misconception. Write one for npm run compare: // Assumes that …",
    ]
  `);
  expect(complaintsOf({ ...change, about: 'Ends late.' }, [failed('ends')])).toEqual([]);
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
