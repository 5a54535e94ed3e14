// p-catch-if, for every error.
import pCatchIf from 'p-catch-if';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  (async () => f())().catch(pCatchIf(() => true, onError));
}
