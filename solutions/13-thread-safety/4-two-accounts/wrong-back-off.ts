// Gives back what it has if it cannot have the other lock, and begins again. (Two threads may do so forever.)
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: lets three transfers in a ring return
// Fails: sleeps while it has to wait
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: shows all the money to a thread that has all locks
// Says: it takes and releases again and again
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
  const [first, second] = [locks[from] as Lock, locks[to] as Lock];
  for (;;) {
    first.lock();
    if (second.tryLock()) break;
    first.unlock();
  }
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
