// Listens to an `AbortSignal.timeout`, and passes its reason on only while the operation is running.
type Op<T> = (signal: AbortSignal) => Promise<T>;
export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  let isOver = false;
  if (ms !== Infinity) {
    const limit = AbortSignal.timeout(ms);
    limit.addEventListener('abort', () => {
      if (!isOver) controller.abort(limit.reason);
    });
  }
  try {
    return await op(controller.signal);
  } catch (e) {
    throw controller.signal.aborted ? controller.signal.reason : e;
  } finally {
    isOver = true;
  }
}
