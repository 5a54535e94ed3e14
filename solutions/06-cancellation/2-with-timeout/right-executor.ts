// The executor of a promise turns a throw into a rejection; `then` has a handler for each end.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const { signal, stop, dismiss } = limit(ms);
  const running = new Promise<T>((resolve) => resolve(op(signal)));
  const onValue = (value: T) => {
    dismiss();
    return value;
  };
  const onError = (error: unknown) => {
    dismiss();
    throw signal.aborted ? stop : error;
  };
  return running.then(onValue, onError);
}

function limit(ms: number) {
  const controller = new AbortController();
  const stop = new DOMException('Too slow', 'TimeoutError');
  const timer = ms === Infinity ? undefined : setTimeout(() => controller.abort(stop), ms);
  return { signal: controller.signal, stop, dismiss: () => clearTimeout(timer) };
}
