// Bluebird waits for all of them, and the first failure aborts the others.
import Bluebird from 'bluebird';

export function downloadAll<T>(downloads: ((signal: AbortSignal) => Promise<T>)[]) {
  const controllers = downloads.map(() => new AbortController());
  let failure: { reason: unknown } | undefined;
  const running = downloads.map((download, i) =>
    download((controllers[i] as AbortController).signal).catch((reason) => {
      if (failure) return;
      failure = { reason };
      for (const [k, controller] of controllers.entries()) if (k !== i) controller.abort();
    }),
  );
  return Bluebird.all(running).then((results) => {
    if (failure) throw failure.reason;
    return results;
  });
}
