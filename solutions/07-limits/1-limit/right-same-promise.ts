// Returns the promise of the work itself when there is room.
export function limit(n: number): <T>(f: () => Promise<T>) => Promise<T> {
  if (n !== Infinity && !(Number.isInteger(n) && n > 0)) throw new RangeError('no such limit');
  const waiting: (() => void)[] = [];
  let free = n;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };

  const start = <T>(f: () => Promise<T>): Promise<T> => {
    let running: Promise<T>;
    try {
      running = f();
    } catch (error) {
      running = Promise.reject(error);
    }
    running.then(leave, leave);
    return running;
  };
  return (f) => {
    if (free === 0) return new Promise<void>((go) => waiting.push(go)).then(() => start(f));
    free--;
    return start(f);
  };
}
