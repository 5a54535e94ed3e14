// p-try calls it, and turns what it throws into a rejection.
import pTry from 'p-try';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  pTry(f).catch(onError);
}
