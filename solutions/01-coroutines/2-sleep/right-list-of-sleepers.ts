// A set of all sleepers; the timer of each one wakes it and takes it out.
interface Sleeper {
  readonly wake: () => void;
}

const sleepers = new Set<Sleeper>();

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const sleeper = { wake: resolve };
    sleepers.add(sleeper);
    setTimeout(() => {
      sleepers.delete(sleeper);
      sleeper.wake();
    }, ms);
  });
}
