// Starts a load for each call, and aborts it when that call leaves.
// Fails: starts no second load while one of the same key is in flight
// Fails: fulfils all of its calls with its value, at the same moment
// Fails: rejects all of its calls with its reason, at the same moment, also when load throws
// Fails: keeps nothing of a load that has ended
// Fails: goes on with the load for the calls that are still there
// Fails: aborts the signal of the load when its last call has left, and never otherwise
// Fails: starts a new load while the old one is stopping, whatever the old one ends with
// Fails: keeps the loads of two keys apart, and those of two functions
// Says: So join it.
type Load<T> = (key: string, signal: AbortSignal) => Promise<T>;

export function singleFlight<T>(load: Load<T>): (key: string, signal?: AbortSignal) => Promise<T> {
  return async (key, signal) => {
    signal?.throwIfAborted();
    const controller = new AbortController();
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(signal?.reason);
        controller.abort();
      };
    });
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([left, load(key, controller.signal)]);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };
}
