// A gate in its own cell: one thread at a time takes its two locks, in any order.
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
  Atomics.store(memory, gate, 0);
  Atomics.notify(memory, gate, 1);
  const isDone = move(memory, from, to, amount);
  second.unlock();
  first.unlock();
  return isDone;
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
