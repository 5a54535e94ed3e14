// Takes the functions out of Atomics when the file is loaded.
const { add, load } = Atomics;

export function increment(memory: Int32Array): void {
  add(memory, 0, 1);
}

export function total(memory: Int32Array): number {
  return load(memory, 0);
}
