import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { HOME } from '../../course/home.ts';
import { remember } from '../../course/keep.ts';
import {
  createCourse,
  DONE,
  PLAIN,
  runCommand,
  specOf,
  startCommandIn,
  writeFiles,
} from '../../testing/miniature.ts';

/** Tells whether its worker was there ahead. */
const STUB = `import { writeFileSync } from 'node:fs';
writeFileSync('ahead.txt', String(process.execArgv.join().includes('spare-worker-ahead')));
${DONE}`;

const course = () =>
  createCourse({ 'katas/01-a/1-both.spec.ts': specOf('1-both'), 'katas/01-a/1-both.ts': STUB });

test.each(['tutor/test', 'tutor/test 1-both', 'tutor/progress'])(
  '%s runs in the worker that was there ahead',
  async (typed) => {
    const { root, remove } = course();
    const [command = '', ...args] = typed.split(' ');
    await runCommand(root, command, ...args);
    await runCommand(root, command, ...args);
    expect(readFileSync(join(root, 'ahead.txt'), 'utf8')).toBe('true');
    remove();
  },
);

test.each([
  { entrypoint: '/nowhere.mjs', execArgv: [], env: {} },
  { entrypoint: 1, execArgv: 'none' },
  null,
])('whatever is remembered, the katas are run: %j', async (memory) => {
  const { root, remove } = course();
  remember(HOME, 'worker-katas-run-pipe', memory);
  for (const isAhead of ['false', 'true']) {
    const { stdout, stderr } = await runCommand(root, 'tutor/progress');
    expect(stdout).toContain('1 of 1 katas done');
    expect(stderr).toBe('');
    expect(readFileSync(join(root, 'ahead.txt'), 'utf8')).toBe(isAhead);
  }
  remove();
});

test('each save is run by a worker that was there ahead', async () => {
  const { root, remove } = course();
  const written = join(root, 'ahead.txt');
  const watch = startCommandIn(PLAIN, root, 'tutor/test', '--watch');
  const began = performance.now();
  let pause = 0;
  try {
    for (let save = 0; save < 3; save++) {
      await vi.waitUntil(() => existsSync(written) && readFileSync(written, 'utf8') !== '', {
        timeout: 20_000,
      });
      if (save > 0) expect(readFileSync(written, 'utf8')).toBe('true');
      rmSync(written);
      // The first verdict takes longer than a worker needs to get ready, and nobody types faster than in a second.
      pause ||= Math.max(1000, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, pause));
      writeFiles(root, { 'katas/01-a/1-both.ts': `${STUB}// ${save}` });
    }
  } finally {
    watch.kill();
    await once(watch, 'close');
    remove();
  }
});
