import { dirname, relative } from 'node:path';
import type { TestModule } from 'vitest/node';
import { collect } from '../../runner/collect.ts';
import type { Verdict, Wanted } from './scenes.ts';

/** What came of the attempts at a kata. */
export interface Played {
  /** By the attempts' names; in words where there is none. */
  readonly verdicts: ReadonlyMap<string, Verdict | string>;
  /** Why the file could not be run, in words. */
  readonly problem: string | undefined;
}

/** What a scene takes at the most, on a machine that is busy with others, and what an attempt may take at the least. */
const [OF_A_SCENE, LEAST] = [100, 60_000];

/** Enough for all attempts at a kata, each of which may cost a process. */
const MOST_DEATHS = 1000;

/** Runs these files of scenes, each with all attempts beside it, in one vitest. By the files' folders. */
export async function runScenes(
  root: string,
  files: readonly string[],
  wanted: Wanted,
): Promise<Map<string, Played>> {
  // Without a name of a file, vitest would take all of them.
  if (files.length === 0) return new Map();
  const testTimeout = Math.max(LEAST, wanted.runs * OF_A_SCENE);
  const { modules } = await collect('random', root, [], {
    include: files.map((file) => relative(root, file).replaceAll('\\', '/')),
    provide: { random: wanted },
    mostDeaths: MOST_DEATHS,
    testTimeout,
    // An attempt that is right is heard of when all its scenes have been run.
    patience: 2 * testTimeout,
    // Node warns of many a thing that a wrong attempt does.
    env: { NODE_NO_WARNINGS: '1' },
  });
  return new Map([...modules].map(([file, module]) => [dirname(file), playedIn(module)]));
}

function playedIn(module: TestModule): Played {
  const verdicts = [...module.children.allTests()].map((test) => {
    const why = test.result().errors?.[0]?.message ?? 'it was not run.';
    return [test.name, test.meta().random ?? why] as const;
  });
  return { verdicts: new Map(verdicts), problem: module.errors()[0]?.message };
}
