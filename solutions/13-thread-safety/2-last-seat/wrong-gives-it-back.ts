// Takes a seat first, and gives it back if there was none. (In between, the number is below 0.)
// Fails: has the number of free seats in cell 0 at every step
// Says: free is -1
export function book(memory: Int32Array): boolean {
  if (Atomics.sub(memory, 0, 1) > 0) return true;
  Atomics.add(memory, 0, 1);
  return false;
}
