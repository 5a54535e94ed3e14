import type { Kata } from '../../course/katas.ts';
import { type KataStanding, standingOf } from '../../judging/standing.ts';
import { StoodBefore } from '../../judging/stood-before.ts';
import type { LabMeta } from '../../lab/test.ts';
import { collect } from '../../runner/collect.ts';

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
  const { modules } = await collect('katas', root, [kata.spec], { lab: { runs: true } });
  const module = modules.get(kata.spec);
  const tests = [...(module?.children.allTests() ?? [])].flatMap((test) => {
    const run = test.meta().lab?.run;
    const passed = test.result().state === 'passed';
    return run && showsSomething(run) ? [{ title: test.fullName, passed, run }] : [];
  });
  const standing = standingOf(kata, module);
  new StoodBefore(root).forget([standing]);
  return { standing, tests };
}

/** Of a run in which nothing was ever started there is only what was to be reached. */
function showsSomething({ pictures, interleavings }: Run): boolean {
  if (interleavings) return true;
  const yours = pictures[0]?.[1];
  return yours !== undefined && (yours.notes.length > 0 || yours.rows.some(hasBars));
}

function hasBars({ bars }: { readonly bars: readonly unknown[] }): boolean {
  return bars.length > 0;
}
