// Spies with a list of outcomes, looked at 1 ms before each moment and at it.
import { expect, vi } from 'vitest';

type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

const rejectsAfter = (ms: number, reason: unknown) => async () => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  throw reason;
};

export async function check(retry: Retry): Promise<void> {
  const [onValue, onReason] = [vi.fn(), vi.fn()];
  const settled = () => onValue.mock.calls.length + onReason.mock.calls.length;
  vi.useFakeTimers();
  try {
    const op = vi.fn<() => Promise<unknown>>();
    const [first, second, third] = [new Error('1'), new Error('2'), new Error('3')];
    op.mockImplementationOnce(rejectsAfter(20, first));
    op.mockImplementationOnce(rejectsAfter(30, second));
    op.mockImplementationOnce(rejectsAfter(40, third));
    op.mockResolvedValue('too much');
    retry(op).then(onValue, onReason);
    expect(op).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(119);
    expect(op).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(op).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(229);
    expect(op).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(op).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(39);
    expect(settled()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(onReason.mock.calls).toEqual([[third]]);
    expect(onReason.mock.lastCall?.[0]).toBe(third);
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(op).toHaveBeenCalledTimes(3);

    op.mockReset();
    op.mockRejectedValueOnce(first);
    op.mockResolvedValueOnce('well');
    retry(op).then(onValue, onReason);
    await vi.advanceTimersByTimeAsync(100);
    expect(onValue.mock.calls).toEqual([['well']]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(op).toHaveBeenCalledTimes(2);

    for (const reasons of [[], [first]]) {
      op.mockReset();
      const final = Object.assign(new Error(`final after ${reasons.length}`), { isFinal: true });
      for (const reason of [...reasons, final]) op.mockRejectedValueOnce(reason);
      retry(op).then(onValue, onReason);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(onReason.mock.lastCall?.[0]).toBe(final);
      expect(op).toHaveBeenCalledTimes(reasons.length + 1);
    }
  } finally {
    vi.useRealTimers();
  }
}
