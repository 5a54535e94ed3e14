// Stores the promise of the first sleep, and returns it to every call until it has fulfilled.
// Fails: does not let concurrent sleeps disturb each other
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: 'a' fulfilled at 53 ms as well. Did one wait for the other, or do the two share a promise or a timer?
let sleeping: Promise<void> | undefined;

export function sleep(ms: number): Promise<void> {
  sleeping ??= new Promise<void>((resolve) => setTimeout(resolve, ms)).finally(() => {
    sleeping = undefined;
  });
  return sleeping;
}
