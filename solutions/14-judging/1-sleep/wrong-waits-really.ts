// No fake at all. It is right, and as slow as what it tests; and it hangs with one that never settles.
// Fails: notices that it never settles
// Fails: takes no real time
// Fails: comes to an end, and leaves nothing behind, whether it resolves or rejects
// Says: A test runner stops such a test after some seconds, and cannot say why.
import { expect } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  for (const ms of [20, 50]) {
    const start = Date.now();
    await sleep(ms);
    expect(Date.now() - start).toBe(ms);
  }
}
