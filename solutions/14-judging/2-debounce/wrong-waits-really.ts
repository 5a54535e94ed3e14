// No fake timers: it waits for as long as the code that it tests.
// Fails: notices that it calls f 1 ms late
// Fails: notices that all functions share one timer
// Fails: takes no real time
// Says: It slipped through: your check resolves, and should have noticed that it calls f 1 ms late.
import { expect, vi } from 'vitest';

type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

export async function check(debounce: Debounce): Promise<void> {
  const f = vi.fn();
  const call = debounce(f, 30);
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  for (const burst of [1, 2]) {
    call('a', burst);
    await sleep(20);
    call('b', burst);
    await sleep(29);
    expect(f).toHaveBeenCalledTimes(burst - 1);
    await sleep(2);
    expect(f).toHaveBeenCalledTimes(burst);
    expect(f).toHaveBeenLastCalledWith('b', burst);
    await sleep(50);
    expect(f).toHaveBeenCalledTimes(burst);
  }
}
