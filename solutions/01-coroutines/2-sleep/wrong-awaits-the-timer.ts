// Assumes that `setTimeout` returns a promise. (It returns a timer object, and awaiting that does not wait.)
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: A timer was set for 30 ms, and the call did not wait for it. setTimeout returns no promise: it calls its callback when the time is over.
export async function sleep(ms: number): Promise<void> {
  await setTimeout(() => {}, ms);
}
