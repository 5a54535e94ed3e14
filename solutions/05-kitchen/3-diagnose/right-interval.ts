// An interval of its own: what a gap has beyond the interval is time in which the thread was blocked.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export function kindOf(f: () => unknown, _probe: Probe): Promise<'io' | 'cpu'> {
  return new Promise((resolve, reject) => {
    const began = Date.now();
    const stamps = [began];
    const interval = setInterval(() => stamps.push(Date.now()), 4);
    const finish = () => {
      clearInterval(interval);
      const ended = Date.now();
      stamps.push(ended);
      let blocked = 0;
      for (let i = 1; i < stamps.length; i++) {
        blocked += Math.max(0, (stamps[i] as number) - (stamps[i - 1] as number) - 4);
      }
      resolve(blocked * 2 > ended - began ? 'cpu' : 'io');
    };
    Promise.resolve()
      .then(f)
      .then(finish, (error) => {
        clearInterval(interval);
        reject(error);
      });
  });
}
