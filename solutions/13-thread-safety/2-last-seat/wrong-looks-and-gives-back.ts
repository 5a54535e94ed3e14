// Looks first, and repairs what goes wrong. (For a moment, the number is below 0.)
// Fails: has the number of free seats in cell 0 at every step
// Says: Does a step of yours change it before it is known
export function book(memory: Int32Array): boolean {
  if (Atomics.load(memory, 0) < 1) return false;
  if (Atomics.sub(memory, 0, 1) > 0) return true;
  Atomics.add(memory, 0, 1);
  return false;
}
