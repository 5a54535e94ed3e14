// Writes a log of what was over when, one tick after the other, and compares it whole.
import { deepStrictEqual } from 'node:assert';
import { install } from '@sinonjs/fake-timers';

type Sleep = (ms: number) => Promise<unknown>;

export async function check(sleep: Sleep): Promise<void> {
  const clock = install();
  try {
    const log: string[] = [];
    const start = Date.now();
    for (const ms of [20, 7, 50])
      sleep(ms).then(
        () => log.push(`${ms} over at ${Date.now() - start}`),
        () => log.push(`${ms} failed`),
      );
    for (let i = 0; i < 60; i++) await clock.tickAsync(1);
    deepStrictEqual(log, ['7 over at 7', '20 over at 20', '50 over at 50']);
  } finally {
    clock.uninstall();
  }
}
