// An async generator yields how the work has ended, and its `next()` is raced against the abort.
export async function shield<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  const outcomes: AsyncGenerator<() => T> = (async function* () {
    try {
      const v = await running;
      yield () => v;
    } catch (e) {
      yield () => {
        throw e;
      };
    }
  })();
  let bye = () => {};
  const left = new Promise<{ value: () => T }>((r) => {
    bye = () =>
      r({
        value: () => {
          running.catch(onLost);
          throw signal.reason;
        },
      });
    signal.addEventListener('abort', bye);
  });
  const { value } = await Promise.race([outcomes.next(), left]);
  signal.removeEventListener('abort', bye);
  return value();
}
