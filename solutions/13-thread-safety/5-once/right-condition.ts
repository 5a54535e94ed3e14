// A lock and a condition, as other languages have them: the lock is free while a thread makes the number, or waits for it.
export function once(memory: Int32Array, at: number, make: () => number): number {
  lock(memory, at);
  while (memory[at + 1] === 1) {
    unlock(memory, at);
    Atomics.wait(memory, at + 1, 1);
    lock(memory, at);
  }
  const isMade = memory[at + 1] === 2;
  if (!isMade) Atomics.store(memory, at + 1, 1);
  unlock(memory, at);
  return isMade ? (memory[at + 2] as number) : makeIt(memory, at, make);
}

function makeIt(memory: Int32Array, at: number, make: () => number): number {
  let state = 0;
  try {
    memory[at + 2] = make();
    state = 2;
  } finally {
    lock(memory, at);
    Atomics.store(memory, at + 1, state);
    unlock(memory, at);
    Atomics.notify(memory, at + 1);
  }
  return memory[at + 2] as number;
}

function lock(memory: Int32Array, at: number): void {
  while (Atomics.exchange(memory, at, 1) === 1) Atomics.wait(memory, at, 1);
}

function unlock(memory: Int32Array, at: number): void {
  Atomics.store(memory, at, 0);
  Atomics.notify(memory, at, 1);
}
