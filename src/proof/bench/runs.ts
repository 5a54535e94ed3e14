/** Whole commands against their floors: the katas, or the proof, of a course as it is or of another size. */
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attemptsOf } from '../../course/attempts.ts';
import { HOME } from '../../course/home.ts';
import { katasOf } from '../../course/katas.ts';
import { KEPT } from '../../course/keep.ts';
import { statusesOf } from '../../judging/statuses.ts';
import { createCopy, createFloor, solve } from './course.ts';
import { inTurns, median, type Ratio } from './figures.ts';
import { commandOf, floorOf, run } from './program.ts';

export interface Run extends Ratio {
  /** MiB at the peak, of all our processes together. */
  readonly memory: number;
  /** Spec files, each as often as it is run. */
  readonly files: number;
}

interface Kind {
  /** Katas of the course; as many as it has unless told. */
  readonly size?: number;
  /** With the references in the place of the stubs, one of which is saved before each turn. */
  readonly isSolved?: boolean;
  /** As after a fresh clone: nothing is kept from an earlier run. */
  readonly isFirst?: boolean;
  /** With `--all`: what has not changed since the last turn is run as well. */
  readonly isAll?: boolean;
  /** `npm run prove` in the place of `npm test`; one attempt is saved before each turn. */
  readonly isProof?: boolean;
  /** How many tests each spec has, where that is known; the katas of a larger course are the same again. */
  readonly tests?: readonly number[];
  /** So many attempts of each kata; all of them unless told. */
  readonly attempts?: number;
  /** Seconds after which no other turn begins. */
  readonly patience?: number;
}

/** Seconds for each of a growing course; what runs everything is measured once. */
const PATIENCE_WITH_GROWTH = 10;

/** The proof of a larger one takes minutes, and that of the course itself is a part of its own. */
const MOST_PROVEN = 10;

export async function benchRun(from: string, samples: number, kind: Kind = {}): Promise<Run> {
  const { isFirst = false, isAll = false, isProof = false, isSolved = false } = kind;
  const course = createCopy(from, kind.size, kind.attempts);
  const known = kind.tests ?? (await testsOf(course.root));
  const size = katasOf(course.root).length;
  const tests = Array.from({ length: size }, (_, i) => known[i % known.length] as number);
  // A proof runs each spec for its stub, its reference and every attempt.
  const files = isProof
    ? katasOf(course.root).flatMap((kata, i) =>
        Array<number>(2 + attemptsOf(kata).length).fill(tests[i] as number),
      )
    : tests;
  const floor = createFloor(files);
  if (isSolved) solve(course.root);
  // Our own checkout has the packages that only authors need.
  const [home, command] = isProof ? [HOME, 'proof/prove'] : [course.root, 'tutor/test'];
  const shows = isProof
    ? `All ${size} katas are proven`
    : ` ${isSolved ? size : 0} of ${size} katas done`;
  const runOurs = () =>
    run(commandOf(home, command, ...(isAll ? ['--all'] : [])), course.root, RegExp(shows));
  const middle = katasOf(course.root)[size >> 1];
  const saved = isProof ? middle && attemptsOf(middle)[0]?.file : isSolved && middle?.stub;
  const peaks: number[] = [];
  try {
    // What is to have run before the first turn; a whole proof keeps nothing for the next one.
    if (!isFirst && !(isProof && isAll)) await runOurs();
    const ratio = await inTurns(
      samples,
      async () => {
        for (const kept of isFirst ? ['node_modules', KEPT] : [])
          rmSync(join(course.root, kept), { recursive: true, force: true });
        if (saved) appendFileSync(saved, '\n// Saved.\n');
        const { seconds, memory } = await runOurs();
        peaks.push(memory);
        return seconds;
      },
      async () => {
        const passed = RegExp(`Test Files +${files.length} passed`);
        return (await run(floorOf(floor.root), floor.root, passed)).seconds;
      },
      kind.patience,
    );
    // As with the times, the first turn does not count where there is another one.
    const memory = median(peaks.length > 1 ? peaks.slice(1) : peaks);
    return { ...ratio, memory, files: files.length };
  } finally {
    course.remove();
    floor.remove();
  }
}

/** How many tests each spec of a course has, in the order of the course. */
export async function testsOf(root: string): Promise<number[]> {
  return (await statusesOf(root)).map(({ tests }) => tests.length);
}

export interface Grown {
  readonly katas: number;
  readonly cold: Run;
  readonly solved: Run;
  readonly all: Run;
  /** Null of a course that is too large for it. */
  readonly proveAll: Run | null;
}

/** Courses that grow: time and memory of `npm test` and of the proof. */
export async function benchGrowth(
  from: string,
  samples: number,
  sizes: readonly number[],
): Promise<Grown[]> {
  const grown: Grown[] = [];
  const tests = await testsOf(from);
  for (const size of sizes) {
    // Of the specs, only that of 14/8 reads attempts, and to copy all of them takes longer than the run.
    const kind = { size, tests, attempts: 0, patience: PATIENCE_WITH_GROWTH };
    const run = (more: Kind) => benchRun(from, samples, { ...kind, ...more });
    grown.push({
      katas: size,
      cold: await run({}),
      solved: await run({ isSolved: true }),
      all: await run({ isAll: true, patience: 0 }),
      proveAll:
        size > MOST_PROVEN
          ? null
          : await benchRun(from, samples, { size, tests, isProof: true, isAll: true, patience: 0 }),
    });
  }
  return grown;
}
