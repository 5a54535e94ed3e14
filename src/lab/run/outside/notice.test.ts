import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { observe } from '../../index.ts';

/** As the watchdog does. */
const watchdog = (globalThis as never)[Symbol.for('learn-async')] as {
  watchdog: { leave(frames: unknown[]): unknown; blocking: Uint8Array };
};

test('who was ended in the midst of a call is in it no more', async () => {
  const { blocking, leave } = watchdog.watchdog;
  const neverReturns = () =>
    execFileSync(process.execPath, [], {
      get cwd(): string {
        for (;;);
      },
    });
  Object.assign(globalThis, { neverReturns });
  await observe(() => {
    // Here, too, no `finally` runs.
    expect(() => new Script('neverReturns()').runInThisContext({ timeout: 50 })).toThrow(
      'timed out',
    );
  });
  Reflect.deleteProperty(globalThis, 'neverReturns');
  expect(new TextDecoder().decode(blocking)).toContain('child_process.execFileSync');
  leave([]);
  expect(blocking.every((byte) => byte === 0)).toBe(true);
  const { io } = await observe(() => readFile(import.meta.filename));
  expect(io.map(({ name }) => name)).toEqual(['fs.promises.readFile']);
});
