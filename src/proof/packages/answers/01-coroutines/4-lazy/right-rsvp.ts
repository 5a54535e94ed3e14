// A promise of RSVP's, made at the first then.
import RSVP from 'rsvp';

export function lazy<T>(f: () => Promise<T>): PromiseLike<T> {
  let begun: RSVP.Promise<T> | undefined;
  return {
    then(done, failed) {
      begun ??= RSVP.resolve(f());
      return begun.then(done, failed) as never;
    },
  };
}
