// Calls `then` where there is a property of that name. (It may be no function.)
// Fails: does not depend on what f returns, or fulfils with
// Says: A plain value has no then(), and a thenable may have no catch() or finally().
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const start = probe.now();
  let last = start;
  let late = 0;
  const beat = () => {
    const now = probe.now();
    late += Math.max(0, now - last - 5);
    last = now;
  };
  const stop = probe.every(5, beat);
  try {
    const result = (await f()) as PromiseLike<unknown>;
    if (Object(result) === result && 'then' in result)
      await new Promise((resolve, reject) => result.then(resolve, reject));
    beat();
    return late > (probe.now() - start) / 2 ? 'cpu' : 'io';
  } finally {
    stop();
  }
}
