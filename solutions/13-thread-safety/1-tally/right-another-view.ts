// Another view of the same memory is the same memory.
const counts = (memory: Int32Array) => new Int32Array(memory.buffer, memory.byteOffset, 1);

export function increment(memory: Int32Array): void {
  Atomics.add(counts(memory), 0, 1);
}

export function total(memory: Int32Array): number {
  return Atomics.load(counts(memory), 0);
}
