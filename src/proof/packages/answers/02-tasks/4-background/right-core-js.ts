// Promise.try, which core-js brings where it is missing.
import 'core-js/actual/promise/try';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  (Promise as never as { try(f: () => unknown): Promise<unknown> }).try(f).catch(onError);
}
