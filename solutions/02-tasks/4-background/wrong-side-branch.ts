// Hears the failure on one branch, and starts another one that ends with nobody.
// Fails: tells onError once when the promise of f fails
// Fails: tells onError once when anything else with a then fails
// Fails: tells onError once when f throws, and not the caller
// Says: then(), finally() and every call of an async function give a promise of their own
let underWay = 0;

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  underWay++;
  const run = async () => f();
  const work = run();
  work.catch(onError);
  work.finally(() => underWay--);
}
