// Handles the rejection with catch(), but finally() returns a second promise, which rejects without a handler.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Says: A promise that rejects later needs a handler too, and so does each promise that then() or an async function returns.
let underWay = 0;

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  underWay++;
  const run = async () => f();
  const work = run();
  work.catch(onError);
  work.finally(() => underWay--);
}
