// Counts calls of `removeEventListener`. A listener can be removed in other ways, and the signal knows who listens.
// Fails: accepts one that listens once
// Says: Your check rejects for one that listens once, which keeps the contract.
import { expect, vi } from 'vitest';

type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

/** One call with a limit of 30 ms, whose work is settled by the test. */
class Call {
  readonly caller = new AbortController();
  readonly added = vi.spyOn(this.caller.signal, 'addEventListener');
  readonly removed = vi.spyOn(this.caller.signal, 'removeEventListener');
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
    expect(this.removed).toHaveBeenCalledTimes(this.added.mock.calls.length);
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
