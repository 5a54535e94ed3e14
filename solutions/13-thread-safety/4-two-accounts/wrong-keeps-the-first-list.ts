// Keeps the locks of the first call in a variable, and the next call may be of another bank.
// Fails: keeps two banks apart
// Says: Does the second call use these
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

let known: Lock[] | undefined;

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  known ??= locks;
  const first = known[Math.min(from, to)] as Lock;
  const second = known[Math.max(from, to)] as Lock;
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
