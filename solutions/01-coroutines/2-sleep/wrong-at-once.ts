// Sets the timer, and does not wait for it.
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: A timer was set, due at 30 ms, and nobody waited for it.
export async function sleep(ms: number): Promise<void> {
  setTimeout(() => {}, ms);
}
