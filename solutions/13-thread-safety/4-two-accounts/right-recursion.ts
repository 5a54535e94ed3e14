// Takes the locks of a list one inside of the other.
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

function locked<T>([first, ...rest]: readonly Lock[], work: () => T): T {
  if (!first) return work();
  first.lock();
  try {
    return locked(rest, work);
  } finally {
    first.unlock();
  }
}

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  const inOrder = locks.filter((_, i) => i === from || i === to);
  return locked(inOrder, () => move(memory, from, to, amount));
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
