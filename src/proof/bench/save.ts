/** Watch mode, from the save of one stub to the verdict on the screen. */
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { katasOf } from '../../course/katas.ts';
import { createClone, createFloorWithStubs, solve } from './course.ts';
import { commandOf, floorOf, start } from './process.ts';
import { inTurns, type Ratio, ratioOf } from './ratio.ts';
import { testsOf } from './run.ts';

/** So many ms after a page nothing of the last save is left. */
const QUIET = 300;

/** So many ms without a verdict mean that none will come. */
const PATIENCE = 120_000;

/**
 * In the middle of the course: what is behind is solved, what is ahead as shipped, and the last one that is
 * solved is saved again and again, a line longer each time.
 */
export async function benchSave(from: string, samples: number): Promise<Ratio> {
  const clone = createClone(from);
  const tests = await testsOf(clone.root);
  const middle = Math.floor((tests.length - 1) / 2);
  solve(clone.root, middle + 1);
  const floor = createFloorWithStubs(tests);
  const stub = katasOf(clone.root)[middle]?.stub as string;
  const ours = new Watched(
    commandOf(clone.root, 'tutor/test', '--watch'),
    clone.root,
    / is done\. .*waiting {2}for a save/s,
  );
  const bare = new Watched(
    floorOf(floor.root, '--watch'),
    floor.root,
    /Tests {2}\d+ passed.*Waiting for file changes/s,
  );
  try {
    await ours.shows(/waiting {2}for a save/);
    await bare.shows(/Waiting for file changes/);
    return ratioOf(
      await inTurns(samples, {
        ours: () => ours.save(stub),
        floor: () => bare.save(join(floor.root, `${middle}.ts`)),
      }),
    );
  } finally {
    await ours.end();
    await bare.end();
    clone.remove();
    floor.remove();
  }
}

/** A command that watches, and what it has printed since the last save. */
class Watched {
  readonly #child: ReturnType<typeof start>;
  readonly #verdict: RegExp;
  #printed = '';
  #onPrinted: () => void = () => {};

  constructor(args: readonly string[], root: string, verdict: RegExp) {
    this.#verdict = verdict;
    this.#child = start(args, root);
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (text) => {
        this.#printed += text;
        this.#onPrinted();
      });
  }

  /** @returns seconds until the verdict is printed whole */
  async save(file: string): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    this.#printed = '';
    const text = `${readFileSync(file, 'utf8')}\n// Saved.\n`;
    const started = performance.now();
    writeFileSync(file, text);
    await this.shows(this.#verdict);
    return (performance.now() - started) / 1000;
  }

  /** @throws {Error} when it ends before, or takes too long */
  shows(words: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        reject(new Error(`It should print ${words}; got ${this.#printed}`));
      };
      const patience = setTimeout(giveUp, PATIENCE);
      this.#onPrinted = () => {
        if (!words.test(this.#printed)) return;
        clearTimeout(patience);
        this.#child.off('exit', giveUp);
        resolve();
      };
      this.#child.once('exit', giveUp);
      this.#onPrinted();
    });
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }
}
