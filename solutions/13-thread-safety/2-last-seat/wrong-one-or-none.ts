// Takes the number for a flag: 1 is free, and anything else is not.
// Fails: takes one seat from cell 0, and returns true
// Fails: returns false only if all seats have been sold
// Fails: keeps two sales apart
// Says: changed nothing (compareExchange free 1 to 0: was 300)
export function book(memory: Int32Array): boolean {
  return Atomics.compareExchange(memory, 0, 1, 0) === 1;
}
