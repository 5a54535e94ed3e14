import { isUntouched } from '../trace/untouched.ts';

/**
 * Runs a check under every order in which these pieces of work can finish: 10, 20, 30 … ms are dealt
 * out to them in every way. A failure is preceded by the order that replays it.
 *
 * @param check gets each piece's duration in ms, and the names in the order in which they finish
 */
export async function explore<Name extends string>(
  names: readonly Name[],
  check: (takes: Record<Name, number>, order: readonly Name[]) => Promise<void>,
): Promise<void> {
  for (const order of permutations(names)) {
    const takes = Object.fromEntries(order.map((name, i) => [name, (i + 1) * 10])) as Record<
      Name,
      number
    >;
    try {
      await check(takes, order);
    } catch (error) {
      if (error instanceof Error && !isUntouched(error))
        error.message = `When they finish in the order '${order.join("', '")}':\n${error.message}`;
      throw error;
    }
  }
}

/** All orders of these items, the given one first. */
export function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]),
  );
}
