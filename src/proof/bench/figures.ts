import { native } from '../../lab/node/native.ts';

/** What is measured, in seconds, beside the floor that is measured in turn with it. */
export interface Ratio {
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
  /** How many turns were measured. */
  readonly samples: number;
}

/**
 * Measures both in turns, so that whatever else the machine does befalls both; the first turn warms up
 * and does not count, unless it is to be the only one, or there is time for no other.
 *
 * @param ours gives seconds, and so does `floor`
 * @param patience no turn begins later than so many seconds after the first one
 * @returns the medians
 */
export async function inTurns(
  samples: number,
  ours: () => Promise<number>,
  floor: () => Promise<number>,
  patience = Number.POSITIVE_INFINITY,
): Promise<Ratio> {
  const turns: { ours: number; floor: number }[] = [];
  const deadline = native.performanceNow() + patience * 1000;
  do turns.push({ ours: await ours(), floor: await floor() });
  while (samples > 1 && turns.length <= samples && native.performanceNow() < deadline);
  const counted = turns.length > 1 ? turns.slice(1) : turns;
  const medianOf = (which: 'ours' | 'floor') => median(counted.map((turn) => turn[which]));
  const medians = { ours: medianOf('ours'), floor: medianOf('floor') };
  return { ...medians, ratio: medians.ours / medians.floor, samples: counted.length };
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
