/** Watch mode, from the save of one stub to the verdict on the screen. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { katasOf } from '../../course/katas.ts';
import { createCopy, createFloor, solve } from './course.ts';
import { inTurns, type Ratio } from './figures.ts';
import { commandOf, floorOf, Program } from './program.ts';
import { testsOf } from './runs.ts';

/** So many ms after a page nothing of the last save is left. */
const QUIET = 300;

/**
 * In the middle of the course: what is behind is solved, what is ahead as shipped, and the last one that is
 * solved is saved again and again, a line longer each time.
 */
export async function benchSave(from: string, samples: number): Promise<Ratio> {
  const course = createCopy(from);
  const tests = await testsOf(course.root);
  const middle = Math.floor((tests.length - 1) / 2);
  solve(course.root, middle + 1);
  const floor = createFloor(tests, true);
  const stub = katasOf(course.root)[middle]?.stub as string;
  const ours = new Program(commandOf(course.root, 'tutor/test', '--watch'), course.root);
  const bare = new Program(floorOf(floor.root, '--watch'), floor.root);
  try {
    await ours.shows(/waiting {2}for a save/);
    await bare.shows(/Waiting for file changes/);
    return await inTurns(
      samples,
      save(stub, ours, / is done\. .*waiting {2}for a save/s),
      save(
        join(floor.root, `${middle}.ts`),
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
function save(file: string, watching: Program, verdict: RegExp): () => Promise<number> {
  return async () => {
    await wait(QUIET);
    return watching.answers(() => appendFileSync(file, '\n// Saved.\n'), verdict);
  };
}
