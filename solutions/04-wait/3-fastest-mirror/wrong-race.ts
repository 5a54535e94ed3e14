// Races them, and whoever is first wins: the first failure too.
// Fails: lets a failure lose, and stop nobody
// Fails: fails when all have failed, with the causes in the order of the mirrors
// Fails: fails without mirrors, at once
// Says: a failed, and its failure became the failure of the whole.
type Op<T> = (signal: AbortSignal) => Promise<T>;

export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  const controller = new AbortController();
  const downloads = mirrors.map((mirror) => mirror(controller.signal));
  try {
    return await Promise.race(downloads);
  } finally {
    controller.abort();
    await Promise.allSettled(downloads);
  }
}
