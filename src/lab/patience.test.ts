import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { HOME } from '../home.ts';
import { createCourse, specOf } from '../miniature.ts';

/** Holds the thread as a breakpoint does, for longer than a test may take. */
const PAUSED = `export const both = (a, b) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  return Promise.all([a(), b()]);
};
`;

const { root, remove } = createCourse({
  'katas/01-fates/1-paused.spec.ts': specOf('1-paused'),
  'katas/01-fates/1-paused.ts': PAUSED,
});
afterAll(remove);

function run(options: string): string {
  const args = ['run', '--root', root, '--config', join(HOME, 'vitest.config.ts')];
  try {
    return execFileSync(
      process.execPath,
      [join(HOME, 'node_modules/vitest/vitest.mjs'), ...args, '--test-timeout=300'],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, NODE_OPTIONS: options },
      },
    );
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test('a test that stands still is too slow, unless a debugger may have stopped it', () => {
  expect(run('')).toContain('0 of 1 katas done');
  expect(run('--inspect=127.0.0.1:0')).toContain('1 of 1 katas done');
});
