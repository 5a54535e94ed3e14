// The executor of a promise calls f, so that a throw becomes a rejection.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  new Promise((resolve) => resolve(f())).catch(onError);
}
