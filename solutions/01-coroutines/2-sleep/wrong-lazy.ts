// Sets the timer when the promise is awaited. (The time counts from the call.)
// Fails: fulfils after exactly the given number of ms
// Says: It took 44 ms; expected 31 ms.
import PLazy from 'p-lazy';

export function sleep(ms: number): Promise<void> {
  return new PLazy((resolve) => {
    setTimeout(resolve, ms);
  });
}
