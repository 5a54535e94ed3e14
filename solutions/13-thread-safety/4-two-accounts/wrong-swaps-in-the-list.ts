// Brings the two locks into their order in the list of its caller.
// Fails: changes no cell of others, and not the list
// Says: the list of locks is not what it was
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
  if (from > to) [locks[from], locks[to]] = [locks[to] as Lock, locks[from] as Lock];
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
