// Effects of which each waits for the end of its own download, also when it is interrupted.
import { Effect } from 'effect';

export function downloadAll<T>(downloads: ((signal: AbortSignal) => Promise<T>)[]) {
  const effects = downloads.map((download) =>
    Effect.callback<T, unknown>((resume) => {
      const controller = new AbortController();
      const running = download(controller.signal);
      running.then(
        (value) => resume(Effect.succeed(value)),
        (reason) => resume(Effect.fail(reason)),
      );
      return Effect.promise(() => {
        controller.abort();
        return running.then(
          () => {},
          () => {},
        );
      });
    }),
  );
  return Effect.runPromise(Effect.all(effects, { concurrency: 'unbounded' }));
}
