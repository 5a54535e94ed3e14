// A class that has both locks until it is told to end.
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

class Locks {
  #held = new Set<Lock>();

  constructor(locks: readonly Lock[]) {
    for (const lock of locks) {
      if (!this.#held.has(lock)) lock.lock();
      this.#held.add(lock);
    }
  }

  release(): void {
    for (const lock of this.#held) lock.unlock();
  }
}

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  const both = new Locks([from, to].sort((a, b) => a - b).map((i) => locks[i] as Lock));
  try {
    return from === to || move(memory, from, to, amount);
  } finally {
    both.release();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
