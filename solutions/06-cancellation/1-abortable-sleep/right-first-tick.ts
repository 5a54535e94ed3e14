// The first round of an endless interval of node:timers/promises; leaving the loop clears it.
import { setInterval } from 'node:timers/promises';

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    for await (const _ of setInterval(ms, undefined, { signal })) return;
  } catch (error) {
    // Its AbortError holds the reason.
    throw (error as Error).cause;
  }
}
