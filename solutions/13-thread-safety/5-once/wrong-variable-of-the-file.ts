// Keeps the number in a variable of the file. (Each thread has its own, and makes its own number.)
// Fails: calls make in one thread only, in whatever order the steps come
// Fails: returns the number that was made in each thread
// Fails: lets another thread make it if make throws, also one that waits
// Fails: keeps two numbers apart, also if one is made while the other one is
// Fails: has no data race, also in what make has written
// Says: Threads share only the memory
const numbers = new Map<number, number>();

export function once(memory: Int32Array, at: number, make: () => number): number {
  const known = numbers.get(at);
  if (known !== undefined) return known;
  const made = make();
  numbers.set(at, made);
  return made;
}
