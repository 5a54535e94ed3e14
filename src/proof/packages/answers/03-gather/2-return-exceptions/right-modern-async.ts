// reflectAsyncStatus of modern-async's.
import { reflectAsyncStatus } from 'modern-async';

export async function gatherSettled(awaitables: Iterable<unknown>) {
  const ends = await Promise.all(
    Array.from(awaitables, (item) => reflectAsyncStatus(async () => item)),
  );
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : asError(end.reason)));
}

const asError = (reason: unknown) =>
  reason instanceof Error ? reason : new Error('failed', { cause: reason });
