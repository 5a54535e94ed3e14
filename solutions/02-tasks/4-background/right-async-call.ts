// An async function calls f, so that a throw becomes a rejection.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  (async () => f())().catch(onError);
}
