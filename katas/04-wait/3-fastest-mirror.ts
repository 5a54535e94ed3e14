type Op<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Asks all mirrors for the same file, and takes it from the one that delivers first.
 *
 * - All mirrors are asked at once. Each gets a signal that tells it to stop.
 * - Gives what the first one that is fulfilled gives, even when another should deliver after it.
 * - A mirror that fails is out of the race, and stops nobody.
 * - When one has delivered, the others are told to stop at once.
 * - Lets the caller hear when those have ended (stopping takes time), and not earlier.
 * - When all have failed, it fails with an AggregateError, with the failures in the order of the mirrors.
 *   So it does without mirrors, at once.
 */
export async function fastest<T>(mirrors: Op<T>[]): Promise<T> {
  // TODO: ask all mirrors; stop the others when one has delivered.
  throw new Error('TODO: write fastest() in katas/04-wait/3-fastest-mirror.ts');
}
