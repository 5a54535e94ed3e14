// promise.try calls it, and turns what it throws into a rejection.
import promiseTry from 'promise.try';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  promiseTry(f).then(undefined, onError);
}
