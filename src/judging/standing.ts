/** How far a learner is, from the results of the specs and from nothing else. */
import { resolve } from 'node:path';
import type { SerializedError, TestCase, TestModule } from 'vitest/node';
import type { Kata } from '../course/katas.ts';
import type { Told } from '../lab/laws/telling/tell.ts';
import { placeIn } from '../lab/trace/place.ts';

export type Status = 'untouched' | 'failing' | 'done' | 'unknown';

export interface TestStanding {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** What a failure says; undefined for what passed. */
  readonly message: string | undefined;
  /** The same before it was laid out, where the lab has said it. */
  readonly failure: Told | undefined;
  /** Why it was skipped, where it needs what is not to be had here: it does not count. */
  readonly cannotRun: string | undefined;
  /** Line of the assertion in the spec. */
  readonly line: number | undefined;
}

export interface KataStanding {
  readonly kata: Kata;
  readonly status: Status;
  /** It stands so with the author's answer in the place of the learner's. */
  readonly isReference: boolean;
  /** It was not run: it stood so when it was, and nothing has changed in it since. */
  readonly isFromBefore?: boolean;
  readonly tests: readonly TestStanding[];
  /** Why the kata could not be run at all, in the words of what refused it. */
  readonly broken: string | undefined;
  /** What its code printed in the test that is shown. */
  readonly printed?: string | undefined;
}

/** @param module what vitest knows of the kata's spec, or of its reference; undefined when it was not run */
export function standingOf(kata: Kata, module: TestModule | undefined): KataStanding {
  if (!module) return { kata, status: 'unknown', isReference: false, tests: [], broken: undefined };
  const isReference = resolve(module.moduleId) === kata.reference;
  const tests = [...module.children.allTests()].map(testOf);
  const [error] = module.errors();
  const broken = error && brokenBy(kata, error);
  return { kata, isReference, tests, broken, status: statusOf(tests, broken) };
}

/** What refused it says, and where, as far as that is in the learner's own code. */
function brokenBy(kata: Kata, { message, stack }: SerializedError): string {
  const root = kata.stub.slice(0, -`katas/${kata.id}.ts`.length);
  const place = placeIn(stack);
  const words = message.replaceAll(root, '').replaceAll(root.replaceAll('\\', '/'), '');
  return place ? `${words}\n\nThrown at ${place}` : words;
}

/** The file that was run, below the root: `katas/01-coroutines/2-sleep.ts`. */
export function fileOf({ kata, isReference }: KataStanding): string {
  return `${isReference ? 'solutions' : 'katas'}/${kata.id}.ts`;
}

function statusOf(tests: readonly TestStanding[], broken: string | undefined): Status {
  if (broken !== undefined) return 'failing';
  const failed = tests.filter(({ state }) => state === 'failed');
  const passed = tests.filter(({ state }) => state === 'passed');
  if (passed.length + failed.length === 0) return 'unknown';
  // Of what was left out nothing is known.
  const { length: counted } = tests.filter(({ cannotRun }) => cannotRun === undefined);
  if (failed.length === 0) return passed.length === counted ? 'done' : 'failing';
  // Who has written one of two functions has written something.
  const isAsShipped =
    passed.length === 0 && failed.every(({ message }) => message?.startsWith('TODO: '));
  return isAsShipped ? 'untouched' : 'failing';
}

function testOf(test: TestCase): TestStanding {
  const { state, errors } = test.result();
  const error = errors?.[0];
  const stack = error?.stacks?.find(({ file }) => file.endsWith('.spec.ts'));
  return {
    title: test.fullName,
    state: state === 'passed' || state === 'failed' ? state : 'skipped',
    message: error?.message,
    failure: test.meta().lab?.failure,
    cannotRun: test.meta().lab?.cannotRun,
    line: stack?.line,
  };
}
