// Calls `resolve` immediately, and passes its result, `undefined`, to the timer.
// Fails: fulfils after exactly the given number of ms
// Fails: does not let concurrent sleeps disturb each other
// Fails: lets other work run meanwhile
// Fails: sets one timer for each call, and it fires once
// Fails: leaves no timer behind
// Says: Was a callback called, instead of passed on?
export function sleep(ms: number): Promise<void> {
  return new Promise<void>((resolve) => {
    // @ts-expect-error: the compiler reports this mistake; plain JavaScript does not.
    setTimeout(resolve(), ms);
  });
}
