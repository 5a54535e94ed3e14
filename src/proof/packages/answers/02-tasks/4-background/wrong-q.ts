// Assumes that Q.try calls the function at once. (It calls it in a later turn.)
// Says: A call runs a function synchronously up to its first await.
import Q from 'q';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  Q.try(f).catch(onError);
}
