// Stores each answer under its item; of an item that is in the list twice, one answer is lost.
// Fails: asks for an item that is in the list twice, and keeps it by its own answer
// Says: It gave [ 'b' ] at 31 ms; expected [ 'a', 'b' ]
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
