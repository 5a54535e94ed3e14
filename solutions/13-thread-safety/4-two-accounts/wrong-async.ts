// Takes the locks in a callback, after the function has returned.
// Fails: moves the amount from one account to the other, and returns true
// Fails: returns false and moves nothing if there is not enough
// Fails: moves nothing from an account to itself
// Fails: has released its locks when it returns
// Fails: lets two opposite transfers return, in whatever order the steps come
// Fails: lets three transfers in a ring return
// Fails: sleeps while it has to wait
// Fails: loses no amount, spends none twice, and refuses none that is there
// Fails: shows all the money to a thread that has all locks
// Fails: lets two transfers that have no account in common have their locks at the same time
// Fails: keeps two banks apart
// Fails: changes no cell of others, and not the list
// Fails: has no data race
// Says: no async
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
  void Promise.resolve().then(() => {
    const first = locks[Math.min(from, to)] as Lock;
    const second = locks[Math.max(from, to)] as Lock;
    first.lock();
    second.lock();
    move(memory, from, to, amount);
    second.unlock();
    first.unlock();
  });
  return true;
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
