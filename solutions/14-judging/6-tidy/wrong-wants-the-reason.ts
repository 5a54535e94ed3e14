// Expects that the work is told the error of the time limit. The contract does not say what the work is told.
// Fails: accepts one with callbacks
// Fails: accepts a race, whose listener is removed by a signal
// Fails: accepts one that listens once
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
// Fails: takes no real time
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: Your check rejects for one with callbacks, which keeps the contract.
import { getEventListeners } from 'node:events';
import { expect, vi } from 'vitest';

type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

/** One call with a limit of 30 ms, whose work is settled by the test. */
class Call {
  readonly caller = new AbortController();
  state = 'pending';
  result: unknown;
  readonly signals: AbortSignal[] = [];
  fulfil: (value: unknown) => void = () => {};
  reject: (reason: unknown) => void = () => {};

  /** @param abortedWith the reason with which the caller has aborted before */
  constructor(timeLimit: TimeLimit, abortedWith?: Error) {
    if (abortedWith) this.caller.abort(abortedWith);
    const work = (signal: AbortSignal) => {
      this.signals.push(signal);
      return new Promise((resolve, reject) => {
        this.fulfil = resolve;
        this.reject = reject;
      });
    };
    timeLimit(work, 30, this.caller.signal).then(
      (value) => {
        this.state = 'fulfilled';
        this.result = value;
      },
      (error) => {
        this.state = 'rejected';
        this.result = error;
      },
    );
  }

  get isTold(): boolean | undefined {
    return this.signals[0]?.aborted;
  }

  /** With this result, and nothing is left behind. */
  expectEnd(state: string, result: unknown): void {
    expect(this.state).toBe(state);
    expect(this.result).toBe(result);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(this.caller.signal, 'abort')).toEqual([]);
  }
}

/** Work that obeys rejects when it is told to stop, with an error of its own. */
function obeys(call: Call): void {
  call.signals[0]?.addEventListener('abort', () => call.reject(new Error('work was stopped')));
}

export async function check(timeLimit: TimeLimit): Promise<void> {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  vi.useFakeTimers();
  try {
    await checkSettled(timeLimit);
    await checkTime(timeLimit);
    await checkCaller(timeLimit);
    expect(unhandled).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
    process.off('unhandledRejection', unhandled);
  }
}

const reason = new Error('a reason');

async function checkSettled(timeLimit: TimeLimit): Promise<void> {
  const [first, second] = [new Call(timeLimit), new Call(timeLimit)];
  first.fulfil('page');
  second.reject(reason);
  await vi.advanceTimersByTimeAsync(0);
  first.expectEnd('fulfilled', 'page');
  second.expectEnd('rejected', reason);
  expect([first.isTold, second.isTold]).toEqual([false, false]);
}

async function checkTime(timeLimit: TimeLimit): Promise<void> {
  for (const prepare of [obeys, () => {}]) {
    const call = new Call(timeLimit);
    prepare(call);
    await vi.advanceTimersByTimeAsync(29);
    expect([call.state, call.isTold]).toEqual(['pending', false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(call.result).toEqual(new Error('time is up'));
    expect(call.signals[0]?.reason).toBe(call.result);
    expect(call.isTold).toBe(true);
    call.expectEnd('rejected', call.result);
    call.reject(new Error('too late'));
    await vi.advanceTimersByTimeAsync(0);
  }
}

async function checkCaller(timeLimit: TimeLimit): Promise<void> {
  for (const prepare of [obeys, () => {}]) {
    const call = new Call(timeLimit);
    prepare(call);
    call.caller.abort(reason);
    await vi.advanceTimersByTimeAsync(0);
    call.expectEnd('rejected', reason);
    expect(call.isTold).toBe(true);
    call.reject(new Error('too late'));
    await vi.advanceTimersByTimeAsync(0);
  }
  const call = new Call(timeLimit, reason);
  await vi.advanceTimersByTimeAsync(0);
  call.expectEnd('rejected', reason);
  expect(call.signals).toEqual([]);
}
