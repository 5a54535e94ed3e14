import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  createCourse,
  DONE,
  PLAIN,
  runCommandIn,
  specOf,
  startCommandIn,
} from '../testing/miniature.ts';

const kata = (name: string, stub = DONE) => ({
  [`katas/01-a/${name}.spec.ts`]: specOf(name),
  [`katas/01-a/${name}.ts`]: stub,
});

test('every kata has its verdict, also where there are more of them than workers', async () => {
  const { root, remove } = createCourse(
    Object.assign({}, ...['1', '2', '3', '4', '5', '6', '7'].map((n) => kata(`${n}-both`))),
  );
  const threeCores = { ...PLAIN, VITEST_MAX_WORKERS: '3' };
  const { stdout } = await runCommandIn(threeCores, root, 'tutor/progress');
  remove();
  expect(stdout).toContain('7 of 7');
});

test('a worker ends with the command that it works for, whatever it is at', async () => {
  const { root, remove } = createCourse(
    kata(
      '1-both',
      `import { writeFileSync } from 'node:fs';

export const both = () => {
  writeFileSync('pid.txt', String(process.pid));
  for (;;) {}
};
`,
    ),
  );
  const file = join(root, 'pid.txt');
  const command = startCommandIn(PLAIN, root, 'tutor/test', '--watch');
  await vi.waitUntil(() => existsSync(file) && readFileSync(file, 'utf8') !== '', {
    timeout: 20_000,
  });
  command.kill('SIGKILL');
  await once(command, 'close');
  const pid = Number(readFileSync(file, 'utf8'));
  await vi.waitUntil(() => !isThere(pid), { timeout: 10_000 });
  remove();
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
