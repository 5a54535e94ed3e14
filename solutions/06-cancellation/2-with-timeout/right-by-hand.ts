// A promise made by hand, and one handler for each end of the work.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const late = new DOMException('Too slow', 'TimeoutError');
    const timer = Number.isFinite(ms) ? setTimeout(() => controller.abort(late), ms) : undefined;
    const fail = (error: unknown) => {
      clearTimeout(timer);
      reject(controller.signal.aborted ? late : error);
    };
    const done = (value: T) => {
      clearTimeout(timer);
      resolve(value);
    };
    try {
      op(controller.signal).then(done, fail);
    } catch (error) {
      fail(error);
    }
  });
}
