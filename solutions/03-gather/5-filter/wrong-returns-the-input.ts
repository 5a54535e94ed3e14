// Returns the list of the caller when nothing is dropped; a later change of one changes the other.
// Fails: does not change the input
// Says: isNew: false
export async function filterAsync<T>(
  items: T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const answers = await Promise.all(items.map((item) => keep(item)));
  return answers.includes(false) ? items.filter((_, i) => answers[i]) : items;
}
