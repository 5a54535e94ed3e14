// A `for await` loop over an endless interval, left at the first value.
import { setInterval } from 'node:timers/promises';

export async function sleep(ms: number): Promise<void> {
  // Leaving the loop closes the iterator, and that clears the interval.
  for await (const _ of setInterval(ms)) break;
}
