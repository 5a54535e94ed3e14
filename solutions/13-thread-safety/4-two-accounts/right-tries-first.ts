// Tries a hundred times before it sleeps, in one order.
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

function take(lock: Lock): void {
  for (let tries = 0; tries < 100; tries++) if (lock.tryLock()) return;
  lock.lock();
}

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  const [first, second] = from < to ? [from, to] : [to, from];
  take(locks[first] as Lock);
  take(locks[second] as Lock);
  const isDone = move(memory, from, to, amount);
  locks[second]?.unlock();
  locks[first]?.unlock();
  return isDone;
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
