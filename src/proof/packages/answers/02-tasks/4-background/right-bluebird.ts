// Bluebird.try calls it, and turns what it throws into a rejection.
import Bluebird from 'bluebird';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  Bluebird.try(f).catch(onError);
}
