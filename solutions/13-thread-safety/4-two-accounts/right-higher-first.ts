// Takes the higher account first: which order it is does not matter.
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
  const first = locks[Math.max(from, to)] as Lock;
  const second = locks[Math.min(from, to)] as Lock;
  first.lock();
  second.lock();
  const isDone = move(memory, from, to, amount);
  first.unlock();
  second.unlock();
  return isDone;
}

function move(memory: Int32Array, from: number, to: number, amount: number): boolean {
  const balance = memory[from] as number;
  if (balance < amount) return false;
  memory[from] = balance - amount;
  memory[to] = (memory[to] as number) + amount;
  return true;
}
