/** Items in their order, in batches of at most so much together; an item that is more has one of its own. */
export function batchesOf<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  most: number,
): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (room < size) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)?.push(item);
    room -= size;
  }
  return batches;
}
