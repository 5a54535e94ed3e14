// Releases only the second lock when there is not enough.
// Fails: returns false and moves nothing if there is not enough
// Fails: has released its locks when it returns
// Fails: lets three transfers in a ring return
// Fails: sleeps while it has to wait
// Fails: changes no cell of others, and not the list
// Says: releases its locks
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
  const isDone = move(memory, from, to, amount);
  second.unlock();
  if (isDone) first.unlock();
  return isDone;
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
