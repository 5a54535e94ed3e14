// A loop over an endless interval that is left at the first tick.
import { setInterval } from 'node:timers/promises';

export async function sleep(ms: number): Promise<void> {
  // Leaving the loop ends the iterator, and that clears the interval.
  for await (const _ of setInterval(ms)) break;
}
