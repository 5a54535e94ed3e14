// The lock of account 0 is the gate: it is held while the two others are taken.
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
  const gate = locks[0] as Lock;
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  gate.lock();
  if (first !== gate) first.lock();
  if (second !== gate) second.lock();
  if (first !== gate && second !== gate) gate.unlock();
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
