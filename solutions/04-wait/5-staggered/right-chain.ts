// One async function for each attempt, all called immediately: each waits until the one before lets it start.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function staggered<T>(attempts: Op<T>[], delay: number): Promise<T> {
  const controllers: AbortController[] = [];
  const abortAllBut = (winner: AbortController) => {
    for (const one of controllers) if (one !== winner) one.abort();
  };
  const running: Promise<T>[] = [];
  let settled = false;
  // What the next attempt waits for: the delay, or the end of the one before.
  let turn = Promise.resolve();
  const timers = new Set<() => void>();
  const all = attempts.map(async (attempt) => {
    const mine = turn;
    let pass = () => {};
    turn = new Promise((resolve) => {
      pass = resolve;
    });
    await mine;
    if (settled) {
      pass();
      throw new Error('not needed');
    }
    const controller = new AbortController();
    controllers.push(controller);
    const timer = setTimeout(pass, delay);
    const stop = () => {
      clearTimeout(timer);
      pass();
    };
    timers.add(stop);
    try {
      const promise = attempt(controller.signal);
      running.push(promise);
      const value = await promise;
      if (!settled) abortAllBut(controller);
      settled = true;
      for (const stopOther of timers) stopOther();
      return value;
    } finally {
      stop();
    }
  });
  try {
    return await Promise.any(all);
  } finally {
    await Promise.allSettled(running);
  }
}
