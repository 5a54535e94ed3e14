// Marks with undefined what is not kept, and cannot tell it from an undefined that is.
// Fails: keeps any item, whatever it is
// Says: undefined is a value like any other
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = await Promise.all(
    items.map(async (item) => ((await keep(item)) ? item : undefined)),
  );
  return kept.filter((item) => item !== undefined) as T[];
}
