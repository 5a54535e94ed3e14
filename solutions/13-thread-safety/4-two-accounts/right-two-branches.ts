// Says both orders in so many words, and undoes a subtraction that was too much, with both locks.
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
  if (from < to) {
    locks[from]?.lock();
    locks[to]?.lock();
  } else {
    locks[to]?.lock();
    locks[from]?.lock();
  }
  const left = Atomics.sub(memory, from, amount) - amount;
  if (left < 0) Atomics.add(memory, from, amount);
  else Atomics.add(memory, to, amount);
  locks[from]?.unlock();
  locks[to]?.unlock();
  return left >= 0;
}
