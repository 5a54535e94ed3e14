// `addAbortListener` of node:events returns a disposable that removes the listener.
import { addAbortListener } from 'node:events';

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw signal.reason;
  let timer: NodeJS.Timeout | undefined;
  let listener: Disposable | undefined;
  await new Promise<void>((resolve, reject) => {
    timer = setTimeout(resolve, ms);
    if (signal) listener = addAbortListener(signal, () => reject(signal.reason));
  }).finally(() => {
    clearTimeout(timer);
    listener?.[Symbol.dispose]();
  });
}
