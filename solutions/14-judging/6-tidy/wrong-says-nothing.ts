// Calls it in every way, and expects nothing.
// Fails: notices that the time is up 1 ms late
// Fails: notices that the time is up 1 ms early
// Fails: notices that it rejects only when the work has stopped
// Fails: notices that what the work says when it is stopped comes before the time limit
// Fails: notices that it rejects with an AbortError when the time is up
// Fails: notices that it fulfils with undefined
// Fails: notices that it fulfils with the error of the work
// Fails: notices that it rejects with another error than the work
// Fails: notices that it rejects with another error than the reason of the caller
// Fails: notices that it does not look at the signal of the caller
// Fails: notices that it does not ask whether the signal is aborted already
// Fails: notices that it calls the work although the signal is aborted
// Fails: notices that it does not stop the work when the time is up
// Fails: notices that it does not stop the work when the caller aborts
// Fails: notices that it aborts the signal of work that has fulfilled
// Fails: notices that its timer is left when the work has fulfilled
// Fails: notices that its timer is left when the work has rejected
// Fails: notices that its timer is left when the caller has aborted
// Fails: notices that a listener is left when the work has fulfilled
// Fails: notices that a listener is left when the time is up
// Fails: notices that a rejection of the work is unhandled when the time is up
// Says: It slipped through: your check resolves, and should have noticed that the time is up 1 ms late.
import { vi } from 'vitest';

type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

export async function check(timeLimit: TimeLimit): Promise<void> {
  vi.useFakeTimers();
  try {
    const caller = new AbortController();
    const calls = [timeLimit(async () => 'page', 30), timeLimit(async () => {}, 30, caller.signal)];
    const settled = Promise.allSettled(calls);
    caller.abort();
    await vi.advanceTimersByTimeAsync(30);
    void settled.then(() => {});
  } finally {
    vi.useRealTimers();
  }
}
