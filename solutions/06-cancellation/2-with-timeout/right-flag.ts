// Remembers the error of the timeout in a variable, beside the signal.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function withTimeout<T>(op: Op<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  let late: Error | undefined;
  let timer: NodeJS.Timeout | undefined;
  if (ms !== Number.POSITIVE_INFINITY) {
    timer = setTimeout(() => {
      late = new DOMException('The operation took too long', 'TimeoutError');
      controller.abort(late);
    }, ms);
  }
  try {
    const value = await op(controller.signal);
    clearTimeout(timer);
    return value;
  } catch (error) {
    clearTimeout(timer);
    throw late ?? error;
  }
}
