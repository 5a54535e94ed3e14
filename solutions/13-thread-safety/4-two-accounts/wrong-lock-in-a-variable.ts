// Keeps a lock for all accounts in a variable of the file. (Each thread has one of its own.)
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: shows all the money to a thread that has all locks
// Fails: lets two transfers that have no account in common have their locks at the same time
// Fails: keeps two banks apart
// Fails: has no data race
// Says: that is lost
interface Lock {
  lock(): void;
  tryLock(): boolean;
  unlock(): void;
}

let isLocked = false;

export function transfer(
  memory: Int32Array,
  locks: Lock[],
  from: number,
  to: number,
  amount: number,
): boolean {
  if (from === to) return true;
  while (isLocked);
  isLocked = true;
  const isDone = move(memory, from, to, amount);
  isLocked = false;
  return isDone;
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
