import { resolve } from 'node:path';
import type { Kata } from '../../course/katas.ts';
import { runVitest } from '../../runner/run-vitest.ts';
import { terminalStyle } from '../../text/style.ts';

export interface Runs {
  /** Whether the learner's file keeps every promise. */
  readonly isDone: boolean;
  /** The same scenario, run with both; undefined when no scenario of the spec has a timeline. */
  readonly timelines: { title: string; yours: string; reference: string } | undefined;
}

/** Runs a kata's spec on the learner's file and on the reference. */
export async function runBoth(root: string, kata: Kata): Promise<Runs> {
  const exitCode = process.exitCode;
  const vitest = await runVitest('subjects', root, [kata.stub, kata.reference], {
    reporters: [{}],
    passWithNoTests: true,
    // The lab draws what it runs only when somebody wants to see it.
    env: { LEARN_ASYNC_PICTURES: 'all', LEARN_ASYNC_COLUMNS: String(terminalStyle().width) },
  });
  const modules = vitest.state.getTestModules();
  const testsOf = (file: string) => {
    const module = modules.find(({ moduleId }) => resolve(moduleId) === file);
    return [...(module?.children.allTests() ?? [])].map((test) => ({
      title: test.fullName,
      passed: test.result().state === 'passed',
      picture: test.meta().lab?.picture ?? '',
    }));
  };
  const yours = testsOf(kata.stub);
  const pairs = testsOf(kata.reference).flatMap(({ title, picture: reference }) => {
    const own = yours.find((test) => test.title === title)?.picture;
    return own && reference ? [{ title, yours: own, reference }] : [];
  });
  await vitest.close();
  // Whatever the specs say, a comparison is no failure.
  process.exitCode = exitCode;
  return {
    isDone: yours.length > 0 && yours.every(({ passed }) => passed),
    // Where they differ there is more to see.
    timelines: pairs.find((pair) => pair.yours !== pair.reference) ?? pairs[0],
  };
}
