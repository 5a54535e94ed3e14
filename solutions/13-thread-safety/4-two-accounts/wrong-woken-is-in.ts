// A gate: who is woken takes it to be free. (Another thread may have been quicker.)
// Fails: lets two opposite transfers return, in whatever order the steps come
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
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  if (Atomics.exchange(memory, gate, 1) === 1) {
    Atomics.wait(memory, gate, 1);
    Atomics.store(memory, gate, 1);
  }
  first.lock();
  second.lock();
  Atomics.store(memory, gate, 0);
  Atomics.notify(memory, gate, 1);
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
