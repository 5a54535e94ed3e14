import { relative } from 'node:path';
import type { TestModule } from 'vitest/node';
import type { Kata } from '../course/katas.ts';
import type { Picture } from '../lab/picture/picture.ts';
import { collect } from '../runner/collect.ts';
import { withoutPrelude } from '../runner/loading/subjects.ts';

export interface TestResult {
  readonly title: string;
  readonly passed: boolean;
  /** What a learner would read; empty for a test that passed. */
  readonly message: string;
  /** Of its first run, where it is the first test of its file that observed one. */
  readonly picture: Picture | undefined;
  /** It failed only for what its runs left behind. */
  readonly looseEndsOnly: boolean;
  /** It waits for the other tests to pass, and was not tried. */
  readonly comesLater: boolean;
}

export interface SubjectResult {
  readonly tests: readonly TestResult[];
  /** Why it could not be run at all. */
  readonly errors: readonly string[];
}

/** Runs the stub, the reference and every attempt of these katas against their specs, in one vitest. */
export async function runSubjects(
  root: string,
  katas: readonly Kata[],
): Promise<Map<string, SubjectResult>> {
  const { modules } = await collect('subjects', root, [], {
    // Names to filter by would be compared with every file of the course, one by one.
    include: katas.flatMap((kata) => patternsOf(root, kata)),
    // Each attempt ends some time, and with all cores at work some take long for it.
    patience: 30_000,
  });
  return new Map([...modules].map(([file, module]) => [file, resultOf(module)]));
}

function resultOf(module: TestModule): SubjectResult {
  const tests = [...module.children.allTests()].map((test) => ({
    title: test.fullName,
    passed: test.result().state === 'passed',
    message: test.result().errors?.[0]?.message ?? '',
    picture: test.meta().lab?.picture,
    looseEndsOnly: test.meta().lab?.looseEndsOnly ?? false,
    comesLater: test.meta().lab?.comesLater ?? false,
  }));
  return { tests, errors: module.errors().map(({ message }) => withoutPrelude(message)) };
}

function patternsOf(root: string, { stub, reference, attempts }: Kata): string[] {
  return [stub, reference, `${attempts}/{right,wrong}-*.ts`].map((path) =>
    relative(root, path).replaceAll('\\', '/'),
  );
}
