/** What was measured, in seconds, beside the floor that was measured in turn with it. */
export interface Ratio {
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
}

/**
 * Measures both in turns, so that whatever else the machine does befalls both; the first turn warms up
 * and does not count.
 *
 * @returns the medians
 */
export async function inTurns<Key extends string>(
  samples: number,
  measures: Readonly<Record<Key, () => Promise<number>>>,
): Promise<Record<Key, number>> {
  const keys = Object.keys(measures) as Key[];
  const taken = new Map<Key, number[]>(keys.map((key) => [key, []]));
  for (let i = 0; i <= samples; i++)
    for (const key of keys) {
      const measured = await measures[key]();
      if (i > 0) taken.get(key)?.push(measured);
    }
  return Object.fromEntries(keys.map((key) => [key, median(taken.get(key) ?? [])])) as Record<
    Key,
    number
  >;
}

export function ratioOf({ ours, floor }: Record<'ours' | 'floor', number>): Ratio {
  return { ours: rounded(ours), floor: rounded(floor), ratio: rounded(ours / floor, 2) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

export function rounded(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}
