// Sorts the numbers as texts: 10 comes before 9, in every thread.
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
  const needed = [...new Set([from, to])].sort().map((i) => locks[i] as Lock);
  for (const lock of needed) lock.lock();
  const isDone = from === to || move(memory, from, to, amount);
  for (const lock of needed) lock.unlock();
  return isDone;
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
