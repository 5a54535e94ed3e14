export function background(f: () => unknown, onError: (error: unknown) => void): void {
  (async () => f())().catch(onError);
}
