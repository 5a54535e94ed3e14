import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { HOME } from '../../course/home.ts';
import { createCourse, specOf } from '../../testing/miniature.ts';

/** Holds the thread as a breakpoint does, for longer than a test may take; in a realm of which the lab knows nothing. */
const PAUSED = `import { runInNewContext } from 'node:vm';
const { wait } = runInNewContext('Atomics');
export const both = (a, b) => {
  wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  return Promise.all([a(), b()]);
};
`;

const { root, remove } = createCourse({
  'katas/01-fates/1-paused.spec.ts': specOf('1-paused'),
  'katas/01-fates/1-paused.ts': PAUSED,
});
afterAll(remove);

function run(options: string): Promise<string> {
  const args = ['run', '--root', root, '--config', join(HOME, 'vitest.config.ts')];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(HOME, 'node_modules/vitest/vitest.mjs'), ...args, '--test-timeout=300'],
      { cwd: root, env: { ...process.env, NODE_OPTIONS: options } },
      (_, stdout) => resolve(stdout),
    );
  });
}

test('a test that stands still is too slow, unless a debugger may have stopped it', async () => {
  expect(await run('')).toContain('0 of 1 katas done');
  expect(await run('--inspect=127.0.0.1:0')).toContain('1 of 1 katas done');
});
