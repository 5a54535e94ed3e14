// Counts the cell of its gate from the start of the whole buffer.
// Fails: keeps two banks apart
// Says: The second bank has a memory
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
  const whole = new Int32Array(memory.buffer);
  const gate = locks.length;
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  while (Atomics.exchange(whole, gate, 1) === 1) Atomics.wait(whole, gate, 1);
  first.lock();
  second.lock();
  Atomics.store(whole, gate, 0);
  Atomics.notify(whole, gate, 1);
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
