// Assumes that an interval fires once. (It fires again and again, until it is cleared.)
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: Await a timer that you still need, and clear one that you do not need.
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setInterval(resolve, ms);
  });
}
