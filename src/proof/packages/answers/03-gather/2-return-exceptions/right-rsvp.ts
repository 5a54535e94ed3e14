// allSettled of RSVP's.
import RSVP from 'rsvp';

export const gatherSettled = (awaitables: Iterable<unknown>) =>
  RSVP.allSettled(Array.from(awaitables, (item) => Promise.resolve(item))).then((ends) =>
    ends.map((end) => (end.state === 'fulfilled' ? end.value : asError(end.reason))),
  );

const asError = (reason: unknown) =>
  reason instanceof Error ? reason : new Error('failed', { cause: reason });
