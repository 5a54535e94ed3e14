import { resolve } from 'node:path';
import type { Kata } from '../../course/katas.ts';
import { type KataStanding, standingOf } from '../../judging/standing.ts';
import type { LabMeta } from '../../lab/test.ts';
import { runVitest } from '../../runner/run-vitest.ts';
import { terminalStyle } from '../../text/style.ts';

type Run = NonNullable<LabMeta['run']>;

export interface Traced {
  readonly standing: KataStanding;
  /** Each test that has something to show, with its run. */
  readonly tests: readonly {
    readonly title: string;
    readonly passed: boolean;
    readonly run: Run;
  }[];
}

/** Runs a kata's spec on the learner's file, and has the lab hand over what it saw. */
export async function traceKata(root: string, kata: Kata): Promise<Traced> {
  const exitCode = process.exitCode;
  const vitest = await runVitest('katas', root, [kata.spec], {
    reporters: [{}],
    passWithNoTests: true,
    env: { LEARN_ASYNC_TRACE: '1', LEARN_ASYNC_COLUMNS: String(terminalStyle().width) },
  });
  const modules = vitest.state.getTestModules();
  const module = modules.find(({ moduleId }) => resolve(moduleId) === kata.spec);
  const tests = [...(module?.children.allTests() ?? [])].flatMap((test) => {
    const run = test.meta().lab?.run;
    const passed = test.result().state === 'passed';
    return run && showsSomething(run) ? [{ title: test.fullName, passed, run }] : [];
  });
  const standing = standingOf(kata, module);
  await vitest.close();
  // Whatever the spec says, it could be traced.
  process.exitCode = exitCode;
  return { standing, tests };
}

/** Of a run in which nothing was ever started there is only what was to be reached. */
function showsSomething({ pictures }: Run): boolean {
  const yours = pictures[0]?.[1];
  return yours !== undefined && (yours.notes.length > 0 || yours.rows.some(hasBars));
}

function hasBars({ bars }: { readonly bars: readonly unknown[] }): boolean {
  return bars.length > 0;
}
