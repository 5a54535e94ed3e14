// Only the transfers to a lower account go through its gate.
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: lets three transfers in a ring return
// Says: a circle
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
  if (from > to) while (Atomics.exchange(memory, gate, 1) === 1) Atomics.wait(memory, gate, 1);
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  first.lock();
  second.lock();
  if (from > to) {
    Atomics.store(memory, gate, 0);
    Atomics.notify(memory, gate, 1);
  }
  try {
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
