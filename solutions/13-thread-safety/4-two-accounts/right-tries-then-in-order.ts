// Tries its two locks in any order, once. If that fails, it gives back what it has, and takes them in one order.
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  first.lock();
  if (second.tryLock()) {
    try {
      return move(memory, from, to, amount);
    } finally {
      second.unlock();
      first.unlock();
    }
  }
  first.unlock();
  const [low, high] = from < to ? [first, second] : [second, first];
  low.lock();
  high.lock();
  try {
    return move(memory, from, to, amount);
  } finally {
    high.unlock();
    low.unlock();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
