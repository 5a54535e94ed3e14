// No library: three functions of our own stand in the place of the timers, and a list of what is due.
type Sleep = (ms: number) => Promise<unknown>;

interface Due {
  at: number;
  readonly every: number;
  readonly callback: () => void;
}

export async function check(sleep: Sleep): Promise<void> {
  const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate } = globalThis;
  const { now } = Date;
  const due = new Map<number, Due>();
  let time = 0;
  let last = 0;
  const set = (callback: () => void, ms: number, every = 0) => {
    due.set(++last, { at: time + Math.max(1, ms), every, callback });
    return last;
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const moveTo = async (ms: number) => {
    while (time < ms) {
      await turn();
      time++;
      for (const [id, timer] of due) {
        if (timer.at !== time) continue;
        if (timer.every > 0) timer.at += timer.every;
        else due.delete(id);
        timer.callback();
      }
    }
    await turn();
  };
  Object.assign(globalThis, {
    setTimeout: set,
    clearTimeout: (id: number) => due.delete(id),
    setInterval: (callback: () => void, ms: number) => set(callback, ms, ms),
    clearInterval: (id: number) => due.delete(id),
  });
  Date.now = () => time;
  try {
    for (const ms of [20, 50]) {
      const start = time;
      const states: string[] = ['pending'];
      sleep(ms).then(
        () => states.unshift('fulfilled'),
        () => states.unshift('rejected'),
      );
      await moveTo(start + ms - 1);
      if (states.at(0) !== 'pending') throw new Error(`${states.at(0)} before ${ms} ms`);
      await moveTo(start + ms);
      if (states.at(0) !== 'fulfilled') throw new Error(`${states.at(0)} at ${ms} ms`);
    }
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    Date.now = now;
  }
}
