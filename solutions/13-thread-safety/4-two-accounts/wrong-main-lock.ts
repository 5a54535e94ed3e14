// Takes the lock of account 0 as well, and has it until the money has been moved.
// Fails: lets two transfers that have no account in common have their locks at the same time
// Says: and no other one
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
  const needed = [...new Set([0, from, to])].sort((a, b) => a - b).map((i) => locks[i] as Lock);
  for (const lock of needed) lock.lock();
  const isDone = move(memory, from, to, amount);
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
