// A function that takes a callback, which is told of a failure by one argument.
import { fromPromise } from 'universalify';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  fromPromise(async () => f())((...told: unknown[]) => {
    if (told.length === 1) onError(told[0]);
  });
}
