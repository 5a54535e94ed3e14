// Takes the lock of `from` first. (The opposite transfer does the same, and that is the other lock.)
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: lets three transfers in a ring return
// Says: In which order does each thread take its locks?
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
  first.lock();
  second.lock();
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
