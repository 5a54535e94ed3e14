// Moves the clock synchronously, and gives a whole turn of the real event loop before it looks.
import { expect, vi } from 'vitest';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  const turn = globalThis.setImmediate;
  const look = () => new Promise((resolve) => turn(resolve));
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  try {
    for (const ms of [20, 50]) {
      let state = 'pending';
      sleep(ms).then(
        () => {
          state = 'fulfilled';
        },
        () => {
          state = 'rejected';
        },
      );
      // Tick by tick: who sets a timer in a promise sets it a turn after the first one.
      for (let at = 1; at <= ms; at++) {
        vi.advanceTimersByTime(1);
        await look();
        expect(state).toBe(at < ms ? 'pending' : 'fulfilled');
      }
    }
  } finally {
    vi.useRealTimers();
  }
}
