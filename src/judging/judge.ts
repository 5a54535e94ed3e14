/** Whether a kata is proven: its spec accepts what is right, rejects what is wrong, and says why. */
import { existsSync } from 'node:fs';
import type { Attempt } from '../course/attempts.ts';
import type { Kata } from '../course/katas.ts';
import { UNTOUCHED } from '../lab/trace/untouched.ts';
import type { SubjectResult, TestResult } from './run-subjects.ts';

const LEAST_WRONG = 3;
const LEAST_RIGHT = 2;

export interface Judgement {
  readonly kata: string;
  readonly tests: readonly string[];
  /** It fails every test. */
  readonly stub: boolean;
  /** It passes every test. */
  readonly reference: boolean;
  readonly attempts: readonly {
    file: string;
    kind: 'right' | 'wrong';
    ok: boolean;
    failed: readonly string[];
  }[];
}

/** @param problems gets a sentence for everything that is not as it should be, with its remedy */
export function judge(
  kata: Kata,
  attempts: readonly Attempt[],
  results: ReadonlyMap<string, SubjectResult>,
  problems: string[],
): Judgement {
  const complain = (what: string) => problems.push(`${kata.id}: ${what}`);
  const resultOf = (file: string) => results.get(file) ?? { tests: [], errors: ['it did not run'] };

  const reference = resultOf(kata.reference);
  const tests = reference.tests.map(({ title }) => title);
  const referencePasses = judgeRight('the reference', kata.reference, reference, complain);
  const stubFails = judgeStub(kata.stub, resultOf(kata.stub), tests, complain);
  if (new Set(tests).size < tests.length)
    complain('two tests have the same title. Titles are requirements: say what differs.');

  const judged = attempts.map((attempt) => {
    const result = resultOf(attempt.file);
    const before = problems.length;
    if (attempt.kind === 'right') judgeRight(attempt.name, attempt.file, result, complain);
    else judgeWrong(attempt, result, tests, complain);
    if (attempt.kind === 'right' && attempt.about === '')
      complain(
        `${attempt.name} begins without a line that names its shape. Write one for npm run compare: // A loop that …`,
      );
    const failed = result.tests.filter(({ passed }) => !passed).map(({ title }) => title);
    return { file: attempt.name, kind: attempt.kind, ok: problems.length === before, failed };
  });

  const wrongs = attempts.filter(({ kind }) => kind === 'wrong');
  const rights = attempts.length - wrongs.length;
  if (wrongs.length < LEAST_WRONG)
    complain(`${wrongs.length} wrong attempts; at least ${LEAST_WRONG} are needed.`);
  if (rights < LEAST_RIGHT)
    complain(`${rights} right attempts beside the reference; at least ${LEAST_RIGHT} are needed.`);
  for (const title of tests) {
    const earned = wrongs.some(({ file }) =>
      resultOf(file).tests.some((test) => test.title === title && isOwnFailure(test)),
    );
    if (!earned)
      complain(
        `no wrong attempt fails «${title}». Add the mistake that it is there for, or drop the test.`,
      );
  }

  return { kata: kata.id, tests, stub: stubFails, reference: referencePasses, attempts: judged };
}

type Complain = (what: string) => void;

/**
 * A failure by the test's own assertions; what a run leaves behind would fail any test. A test that waits for the
 * others repeats what they ask: that it can fail is shown by its own, or by them.
 */
function isOwnFailure({ passed, looseEndsOnly }: TestResult): boolean {
  return !passed && !looseEndsOnly;
}

function judgeRight(
  name: string,
  file: string,
  { tests, errors }: SubjectResult,
  complain: Complain,
): boolean {
  if (!existsSync(file)) complain(`${name} is missing.`);
  else if (errors.length > 0) complain(`${name} could not be run: ${errors[0]}`);
  else if (tests.length === 0) complain('the spec has no test.');
  const failed = tests.filter(({ passed }) => !passed);
  for (const { title, message } of failed)
    complain(`${name} fails «${title}»:\n${indent(message)}`);
  return tests.length > 0 && failed.length === 0;
}

function judgeStub(
  file: string,
  { tests, errors }: SubjectResult,
  titles: readonly string[],
  complain: Complain,
): boolean {
  if (!existsSync(file)) {
    complain('the spec has no stub beside it.');
    return false;
  }
  if (errors.length > 0) complain(`the stub could not be run: ${errors[0]}`);
  else if (tests.length === 0 && titles.length > 0) complain('the stub was not run.');
  const green = tests.filter(({ passed }) => passed);
  for (const { title } of green)
    complain(`the stub passes «${title}». As shipped, every test fails.`);
  // By these words the pages know that nobody has begun.
  for (const { title, message, passed } of tests)
    if (!passed && !message.startsWith(UNTOUCHED))
      complain(`the stub fails «${title}» with other words than its TODO:\n${indent(message)}`);
  return errors.length === 0 && tests.length === titles.length && green.length === 0;
}

function judgeWrong(
  attempt: Attempt,
  { tests, errors }: SubjectResult,
  titles: readonly string[],
  complain: Complain,
): void {
  const { name, about, fails, says } = attempt;
  if (errors.length > 0) {
    complain(`${name} could not be run: ${errors[0]}`);
    return;
  }
  if (tests.length === 0) {
    if (titles.length > 0) complain(`${name} was not run.`);
    return;
  }
  const first = tests.find(({ passed }) => !passed);
  if (!first && fails.length === 0) {
    complain(
      `${name} passes every test. Either a test is missing, or the attempt is right; if so, call it right-<shape>.ts.`,
    );
    return;
  }
  if (about === '')
    complain(
      `${name} begins without a comment that names the misconception. Write one for npm run compare: // Assumes that …`,
    );
  if (fails.length === 0)
    complain(`${name} says with no «// Fails: <title>» line which tests it fails.`);
  for (const title of fails) {
    if (!titles.includes(title))
      complain(`${name} says that it fails «${title}», and there is no such test.`);
  }
  for (const { title, passed, message, comesLater } of tests) {
    if (comesLater && !fails.includes(title)) continue;
    if (comesLater) complain(`${name} should fail «${title}», which waits for the tests above.`);
    if (passed && fails.includes(title)) complain(`${name} should fail «${title}», and passes it.`);
    if (!passed && !fails.includes(title))
      complain(`${name} fails «${title}» too; no «// Fails:» line says so:\n${indent(message)}`);
  }
  if (!first) return;
  if (!says)
    complain(
      `${name} says with no «// Says: <words>» line what its first failure tells the learner.`,
    );
  else if (!oneLine(first.message).includes(oneLine(says))) {
    complain(
      `${name}: the failure of «${first.title}» does not say «${says}». It says:\n${indent(first.message)}`,
    );
  }
}

/** Where a sentence is broken into lines does not matter. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What is laid out already, for a page of two columns more: so it is not folded again. */
function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
