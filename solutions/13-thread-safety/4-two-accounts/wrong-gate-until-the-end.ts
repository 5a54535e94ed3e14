// Has a gate in its own cell, and leaves it only when the money has been moved.
// Fails: lets two transfers that have no account in common have their locks at the same time
// Says: Neither has to wait for the other
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
  const gate = locks.length;
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  while (Atomics.exchange(memory, gate, 1) === 1) Atomics.wait(memory, gate, 1);
  first.lock();
  second.lock();
  try {
    return move(memory, from, to, amount);
  } finally {
    second.unlock();
    first.unlock();
    Atomics.store(memory, gate, 0);
    Atomics.notify(memory, gate, 1);
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
