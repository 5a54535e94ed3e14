// Gives back what it has, and sleeps for the other lock first. (So does the other thread, and they change places.)
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: lets three transfers in a ring return
// Says: Does it undo what it has done, and begin again
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
  let [first, second] = [locks[from] as Lock, locks[to] as Lock];
  first.lock();
  while (!second.tryLock()) {
    first.unlock();
    [first, second] = [second, first];
    first.lock();
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
