// Reads and writes the cell without Atomics.
// Fails: sells each seat once, in whatever order the steps come
// Fails: has the number of free seats in cell 0 at every step
// Fails: has no data race
// Says: that is lost
export function book(memory: Int32Array): boolean {
  if ((memory[0] as number) > 0) {
    // biome-ignore lint/style/noNonNullAssertion: that is how people write it
    memory[0]!--;
    return true;
  }
  return false;
}
