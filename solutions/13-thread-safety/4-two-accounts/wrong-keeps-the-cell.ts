// Keeps the cell of its gate for all banks.
// Fails: keeps two banks apart
// Says: nothing that the first call has left
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

let gate: number | undefined;

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  gate ??= locks.length;
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  while (Atomics.exchange(memory, gate, 1) === 1) Atomics.wait(memory, gate, 1);
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
