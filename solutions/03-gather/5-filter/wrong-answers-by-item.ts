// Stores each answer under its item; of an item that is in the list twice, one answer is lost.
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Says: 'a' is in the list twice: keep each of the two by its own answer.
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers = new Map<T, boolean>();
  await Promise.all(
    items.map(async (item) => {
      answers.set(item, await keep(item));
    }),
  );
  return items.filter((item) => answers.get(item));
}
