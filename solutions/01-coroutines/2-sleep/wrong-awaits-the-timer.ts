// Assumes that `setTimeout` returns a promise. (It returns a timer object, and awaiting that does not wait.)
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: A Timeout object was taken for a promise. setTimeout returns it, and 'await' does not wait for it.
export async function sleep(ms: number): Promise<void> {
  await setTimeout(() => {}, ms);
}
