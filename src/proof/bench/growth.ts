/** Courses that grow: time and memory of `npm test` and of the proof. */
import { createFloor, createGrown } from './course.ts';
import { inTurns, median, type Ratio, ratioOf, rounded } from './ratio.ts';
import { proofTestsOf, runFloor, runKatas, runProof, testsOf } from './run.ts';

export interface Grown {
  readonly katas: number;
  readonly cold: Ratio & Memory;
  readonly prove: Ratio & Memory & { readonly files: number };
}

interface Memory {
  /** MiB at the peak, all processes together. */
  readonly memory: number;
}

export async function benchGrowth(
  from: string,
  samples: number,
  sizes: readonly number[],
): Promise<Grown[]> {
  const grown: Grown[] = [];
  for (const size of sizes) grown.push(await grow(from, samples, size));
  return grown;
}

async function grow(from: string, samples: number, size: number): Promise<Grown> {
  const course = createGrown(from, size);
  const tests = await testsOf(course.root);
  const files = proofTestsOf(course.root, tests);
  const floors = [createFloor(tests), createFloor(files)] as const;
  const peaks: Record<'cold' | 'prove', number[]> = { cold: [], prove: [] };
  const measured = async (of: keyof typeof peaks, running: ReturnType<typeof runKatas>) => {
    const { seconds, mebibytes } = await running;
    peaks[of].push(mebibytes);
    return seconds;
  };
  try {
    const cold = await inTurns(samples, {
      ours: () => measured('cold', runKatas(course, size, 0)),
      floor: async () => (await runFloor(floors[0], size)).seconds,
    });
    const prove = await inTurns(samples, {
      ours: () => measured('prove', runProof(course, size)),
      floor: async () => (await runFloor(floors[1], files.length)).seconds,
    });
    const memoryOf = (of: keyof typeof peaks) => ({ memory: rounded(median(peaks[of]), 0) });
    return {
      katas: size,
      cold: { ...ratioOf(cold), ...memoryOf('cold') },
      prove: { ...ratioOf(prove), ...memoryOf('prove'), files: files.length },
    };
  } finally {
    course.remove();
    for (const floor of floors) floor.remove();
  }
}
