/** Watch mode, from the save of one stub to the verdict on the screen. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { katasOf } from '../../course/katas.ts';
import { createCopy, createFloor, solve } from './course.ts';
import { inTurns, median, type Ratio } from './figures.ts';
import { commandOf, floorOf, Program } from './program.ts';
import { testsOf } from './runs.ts';

/** So many ms after a page nothing of the last save is left. */
const QUIET = 300;

/** Of so many katas one is saved. One has ten times as many scenes as another, so several are. */
const STEP = 5;

/**
 * In a course of which all but the last kata is solved, every fifth is saved, again and again, a line longer each time.
 *
 * @returns the median of a round
 */
export async function benchSave(from: string, samples: number): Promise<Ratio> {
  const course = createCopy(from);
  const tests = await testsOf(course.root);
  const solved = tests.length - 1;
  solve(course.root, solved);
  const floor = createFloor(tests, true);
  const katas = katasOf(course.root);
  const saved = [...tests.keys()].filter((i) => i < solved && i % STEP === 0);
  const ours = new Program(commandOf(course.root, 'tutor/test', '--watch'), course.root);
  const bare = new Program(floorOf(floor.root, '--watch'), floor.root);
  try {
    await ours.shows(/waiting {2}for a save/);
    await bare.shows(/Waiting for file changes/);
    return await inTurns(
      samples,
      save(
        saved.map((i) => katas[i]?.stub as string),
        ours,
        / is done\. .*waiting {2}for a save/s,
      ),
      save(
        saved.map((i) => join(floor.root, `${i}.ts`)),
        bare,
        /Tests {2}\d+ passed.*Waiting for file changes/s,
      ),
    );
  } finally {
    await ours.end();
    await bare.end();
    course.remove();
    floor.remove();
  }
}

/** @returns measures the seconds until the verdict is printed whole */
function save(files: readonly string[], watching: Program, verdict: RegExp): () => Promise<number> {
  return async () => {
    const round: number[] = [];
    for (const file of files) {
      await wait(QUIET);
      round.push(await watching.answers(() => appendFileSync(file, '\n// Saved.\n'), verdict));
    }
    return median(round);
  };
}
