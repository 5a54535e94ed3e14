// Each mirror has its own controller, and the signal of the winner is never aborted.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controllers = mirrors.map(() => new AbortController());
  const running = mirrors.map(async (mirror, i) =>
    mirror((controllers[i] as AbortController).signal),
  );
  const winner = await Promise.any(running.map(async (result, i) => ({ i, value: await result })));
  controllers.forEach((controller, i) => {
    if (i !== winner.i) controller.abort();
  });
  await Promise.allSettled(running);
  return winner.value;
}
