// A heartbeat made of single timers, which waits for its last beat before it decides.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, { now }: Probe): Promise<'io' | 'cpu'> {
  let late = 0;
  let isOver = false;
  const start = now();
  const listen = async () => {
    while (!isOver) {
      const due = now() + 4;
      await new Promise((resolve) => setTimeout(resolve, 4));
      late += now() - due;
    }
  };
  const listening = listen();
  try {
    await f();
  } finally {
    isOver = true;
    await listening;
  }
  return late > (now() - start) / 2 ? 'cpu' : 'io';
}
