// promise.allsettled.
import allSettled from 'promise.allsettled';

export async function gatherSettled(awaitables: Iterable<unknown>) {
  const ends = await allSettled(awaitables);
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : asError(end.reason)));
}

const asError = (reason: unknown) =>
  reason instanceof Error ? reason : new Error('failed', { cause: reason });
