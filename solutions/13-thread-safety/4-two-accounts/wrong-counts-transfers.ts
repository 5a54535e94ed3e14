// Counts its transfers in the cell behind its own, which belongs to other code.
// Fails: keeps two banks apart
// Fails: changes no cell of others, and not the list
// Fails: has released its locks when it returns
// Fails: sleeps while it has to wait
// Says: other is 8; expected at every step: other is 7
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
  const first = locks[Math.min(from, to)] as Lock;
  const second = locks[Math.max(from, to)] as Lock;
  first.lock();
  second.lock();
  try {
    Atomics.add(memory, locks.length + 1, 1);
    return move(memory, from, to, amount);
  } finally {
    second.unlock();
    first.unlock();
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
