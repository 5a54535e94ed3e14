// An executor calls f, so that what is thrown becomes a rejection.
export function background(f: () => unknown, onError: (error: unknown) => void): void {
  new Promise((resolve) => resolve(f())).catch(onError);
}
