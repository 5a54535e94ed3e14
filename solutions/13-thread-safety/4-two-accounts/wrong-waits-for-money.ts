// Sleeps until the account has enough. (No other thread has to put anything there.)
// Fails: returns false and moves nothing if there is not enough
// Fails: has released its locks when it returns
// Fails: lets three transfers in a ring return
// Fails: sleeps while it has to wait
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: shows all the money to a thread that has all locks
// Fails: changes no cell of others, and not the list
// Says: has slept in a wait for a
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
  for (;;) {
    first.lock();
    second.lock();
    const balance = memory[from] as number;
    const isDone = move(memory, from, to, amount);
    second.unlock();
    first.unlock();
    if (isDone) return true;
    Atomics.wait(memory, from, balance);
  }
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
