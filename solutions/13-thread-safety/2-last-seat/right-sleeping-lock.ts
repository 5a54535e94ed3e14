// A lock in cell 1, and threads sleep until it is released.
export function book(memory: Int32Array): boolean {
  while (Atomics.exchange(memory, 1, 1) === 1) Atomics.wait(memory, 1, 1);
  try {
    return Atomics.load(memory, 0) > 0 && Atomics.sub(memory, 0, 1) > 0;
  } finally {
    Atomics.store(memory, 1, 0);
    Atomics.notify(memory, 1, 1);
  }
}
