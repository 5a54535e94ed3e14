/** What is measured, in seconds, beside the floor that is measured in turn with it. */
export interface Ratio {
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
}

/**
 * Measures both in turns, so that whatever else the machine does befalls both; the first turn warms up
 * and does not count.
 *
 * @param ours gives seconds, and so does `floor`
 * @returns the medians
 */
export async function inTurns(
  samples: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<Ratio> {
  const taken = { ours: [] as number[], floor: [] as number[] };
  for (let i = 0; i <= samples; i++) {
    taken.ours.push(await ours());
    taken.floor.push(await floor());
  }
  const medians = { ours: median(taken.ours.slice(1)), floor: median(taken.floor.slice(1)) };
  return { ...medians, ratio: medians.ours / medians.floor };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

/**
 * What several processes had together when it was the most.
 *
 * @param notes a line each time that one of them looked: `<process> <what it has>`; it is gone after its last
 */
export function peakIn(notes: string): number {
  const lines = notes.trimEnd().split('\n');
  const noted = lines.map((line) => line.split(' ').map(Number) as [pid: number, has: number]);
  const last = new Map(noted.map(([pid], i) => [pid, i]));
  const there = new Map<number, number>();
  const sums = noted.map(([pid, has], i) => {
    const sum = [...there.set(pid, has).values()].reduce((all, one) => all + one);
    if (last.get(pid) === i) there.delete(pid);
    return sum;
  });
  return Math.max(...sums);
}
