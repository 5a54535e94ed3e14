// Handles the rejection with catch(), but finally() returns a second promise, which rejects without a handler.
// Fails: calls onError once when the promise of f rejects
// Fails: calls onError once when another thenable rejects
// Fails: calls onError once when f throws, and throws nothing itself
// Fails: keeps calls apart, also those of the same function, error or promise
// Says: then(), finally() and a call of an async function each return a new promise, which rejects too.
let underWay = 0;

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  underWay++;
  const run = async () => f();
  const work = run();
  work.catch(onError);
  work.finally(() => underWay--);
}
