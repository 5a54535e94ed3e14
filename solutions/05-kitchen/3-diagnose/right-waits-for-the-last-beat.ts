// Waits for one more beat, and needs no special case for the end.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, { now, every }: Probe): Promise<'io' | 'cpu'> {
  const start = now();
  let last = start;
  let late = 0;
  let wake = () => {};
  const stop = every(5, () => {
    late += Math.max(0, now() - last - 5);
    last = now();
    wake();
  });
  try {
    await f();
    const total = now() - start;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
    return late > total / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
