// With rxjs: defer passes every error to the subscriber.
import { defer, from, type ObservableInput, of } from 'rxjs';

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as PromiseLike<unknown>)?.then === 'function';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  defer((): ObservableInput<unknown> => {
    const result = f();
    return isThenable(result) ? from(Promise.resolve(result)) : of(result);
  }).subscribe({ error: onError });
}
