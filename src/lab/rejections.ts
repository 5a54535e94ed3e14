import type { Recorder } from './recorder.ts';

type Listener = (...args: unknown[]) => void;

/**
 * Lays what nobody caught at the run that is under way. Node tells every listener, and vitest's own
 * would blame the test that happens to come next, so for the length of a run the lab listens alone.
 *
 * @returns gives the others their place back
 */
export function catchStrays(recorder: Recorder): () => void {
  const ours: Record<string, Listener> = {
    unhandledRejection: (error, promise) => recorder.reject(promise as Promise<unknown>, error),
    rejectionHandled: (promise) => recorder.handle(promise as Promise<unknown>),
    uncaughtException: (error) => recorder.throw(error),
  };
  const names = Object.keys(ours);
  const others = names.map((name) => process.rawListeners(name) as Listener[]);
  for (const name of names) {
    process.removeAllListeners(name);
    process.on(name, ours[name] as Listener);
  }
  return () => {
    names.forEach((name, i) => {
      process.removeAllListeners(name);
      for (const listener of others[i] as Listener[]) process.on(name, listener);
    });
  };
}
