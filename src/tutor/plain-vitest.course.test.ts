import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareEnvironment } from '../command/spawn.ts';
import { HOME } from '../course/home.ts';
import { PLAIN } from '../testing/miniature.ts';

/** Plain vitest, as people start it, in a folder of the course. */
function vitestIn(folder: string, ...args: string[]): Promise<{ code: number; stdout: string }> {
  const vitest = join(HOME, 'node_modules', 'vitest', 'vitest.mjs');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [vitest, 'run', ...args],
      { cwd: join(HOME, folder), env: bareEnvironment(PLAIN) },
      (error, stdout) => resolve({ code: Number(error?.code ?? 0), stdout }),
    );
  });
}

test('vitest in a folder of katas runs them, and what it does not run is no success', async () => {
  const { stdout } = await vitestIn('katas/01-coroutines', '1-first-await');
  expect(stdout).toContain('katas/01-coroutines/1-first-await.ts  0 of 6 tests pass');
  const none = await vitestIn('katas', 'nonsense');
  expect(none).toEqual({ code: 1, stdout: '\n  No kata was run.\n\n' });
  const filtered = await vitestIn('katas', '1-first-await', '-t', 'nonsense');
  expect(filtered.stdout).toContain('None of the tests was run, so this kata is not done.');
  expect(filtered.code).toBe(1);
});
