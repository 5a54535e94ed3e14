// The package `race-signal` waits. A second handler of the work asks whether the caller had left when it rejected.
import { raceSignal } from 'race-signal';

export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  running.catch((error) => {
    if (signal.aborted) onLost(error);
  });
  return raceSignal(running, signal);
}
