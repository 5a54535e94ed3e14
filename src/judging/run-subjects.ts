import { relative, resolve } from 'node:path';
import type { Kata } from '../course/katas.ts';
import { runVitest } from '../runner/run-vitest.ts';

export interface TestResult {
  readonly title: string;
  readonly passed: boolean;
  /** What a learner would read; empty for a test that passed. */
  readonly message: string;
  /** The timeline of its first run; empty for all tests of a file but the first that observed one. */
  readonly picture: string;
  /** It failed only for what its runs left behind. */
  readonly looseEndsOnly: boolean;
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
  const exitCode = process.exitCode;
  const vitest = await runVitest('subjects', root, [], {
    // Names to filter by would be compared with every file of the course, one by one.
    include: katas.flatMap((kata) => patternsOf(root, kata)),
    reporters: [{}],
    passWithNoTests: true,
  });
  const results = new Map(
    vitest.state.getTestModules().map((module) => [
      resolve(module.moduleId),
      {
        tests: [...module.children.allTests()].map((test) => ({
          title: test.fullName,
          passed: test.result().state === 'passed',
          message: test.result().errors?.[0]?.message ?? '',
          picture: test.meta().lab?.picture ?? '',
          looseEndsOnly: test.meta().lab?.looseEndsOnly ?? false,
        })),
        errors: module.errors().map(({ message }) => message),
      },
    ]),
  );
  await vitest.close();
  // A failing stub is no failure of ours: whoever judges the results sets the exit code.
  process.exitCode = exitCode;
  return results;
}

function patternsOf(root: string, { stub, reference, attempts }: Kata): string[] {
  return [stub, reference, `${attempts}/*.ts`].map((path) =>
    relative(root, path).replaceAll('\\', '/'),
  );
}
