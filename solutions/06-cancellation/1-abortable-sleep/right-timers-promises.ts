// Node's own timer with a signal; its AbortError is replaced by the reason.
import { setTimeout } from 'node:timers/promises';

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch {
    // Without an abort, this timer never rejects.
    throw signal?.reason;
  }
}
