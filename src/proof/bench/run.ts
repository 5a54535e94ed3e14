/** Whole runs against their floors: the katas as shipped, all solved, and the proof. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { attemptsOf } from '../../course/attempts.ts';
import { HOME } from '../../course/home.ts';
import { katasOf } from '../../course/katas.ts';
import type { Scratch } from '../../course/keep.ts';
import { statusesOf } from '../../judging/statuses.ts';
import { createClone, createFloor, solve } from './course.ts';
import { commandOf, floorOf, type Ran, run } from './process.ts';
import { inTurns, type Ratio, ratioOf } from './ratio.ts';

/** How many tests each spec of a course has, in the order of the course. */
export async function testsOf(root: string): Promise<number[]> {
  return (await statusesOf(root)).map(({ promises }) => promises.length);
}

/** How many tests a proof runs in each file: a spec's, for its stub, its reference and every attempt. */
export function proofTestsOf(root: string, tests: readonly number[]): number[] {
  return katasOf(root).flatMap((kata, i) =>
    Array(2 + attemptsOf(kata).length).fill(tests[i] as number),
  );
}

export function runKatas({ root }: Scratch, size: number, done: number): Promise<Ran> {
  return run(commandOf(root, 'tutor/test'), root, RegExp(` ${done} of ${size} katas done`));
}

export function runProof({ root }: Scratch, size: number): Promise<Ran> {
  // Our own checkout has the packages that only authors need.
  return run(commandOf(HOME, 'proof/prove'), root, RegExp(`All ${size} katas are proven`));
}

export function runFloor({ root }: Scratch, files: number): Promise<Ran> {
  return run(floorOf(root), root, RegExp(`Test Files +${files} passed`));
}

/** `npm test`, with what it keeps from run to run, as at every run but the first of a clone. */
export function benchCold(from: string, samples: number): Promise<Ratio> {
  return benchKatas(from, samples, false);
}

export function benchSolved(from: string, samples: number): Promise<Ratio> {
  return benchKatas(from, samples, true);
}

/** The first `npm test` of a clone: nothing is kept from an earlier one. */
export function benchFirst(from: string, samples: number): Promise<Ratio> {
  return benchKatas(from, samples, false, ({ root }) =>
    rmSync(join(root, 'node_modules'), { recursive: true, force: true }),
  );
}

async function benchKatas(
  from: string,
  samples: number,
  isSolved: boolean,
  prepare: (clone: Scratch) => void = () => {},
): Promise<Ratio> {
  const clone = createClone(from);
  const tests = await testsOf(clone.root);
  const floor = createFloor(tests);
  const { length } = tests;
  if (isSolved) solve(clone.root);
  try {
    return ratioOf(
      await inTurns(samples, {
        ours: async () => {
          prepare(clone);
          return (await runKatas(clone, length, isSolved ? length : 0)).seconds;
        },
        floor: async () => (await runFloor(floor, length)).seconds,
      }),
    );
  } finally {
    clone.remove();
    floor.remove();
  }
}

export async function benchProve(from: string, samples: number): Promise<Ratio> {
  const clone = createClone(from);
  const tests = await testsOf(clone.root);
  const files = proofTestsOf(clone.root, tests);
  const floor = createFloor(files);
  try {
    return ratioOf(
      await inTurns(samples, {
        ours: async () => (await runProof(clone, tests.length)).seconds,
        floor: async () => (await runFloor(floor, files.length)).seconds,
      }),
    );
  } finally {
    clone.remove();
    floor.remove();
  }
}
