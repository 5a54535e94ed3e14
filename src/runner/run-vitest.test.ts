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

test('files that are never loaded are told of, and with them several workers come to an end', async () => {
  const names = ['1', '2', '3', '4', '5', '6'].map((n) => `${n}-both`);
  const never = `await new Promise(() => {});\n${DONE}`;
  const { root, remove } = createCourse(
    Object.assign({}, ...names.map((name, i) => kata(name, i % 3 === 0 ? never : DONE))),
  );
  const { stdout } = await runCommandIn({ ...PLAIN, VITEST_MAX_WORKERS: '3' }, root, 'tutor/test');
  remove();
  expect(stdout).toContain('4 of 6 katas done');
  expect(stdout).toContain('The file was not loaded to its end.');
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

test('what dies in a suite ends that suite, and no other one', async () => {
  const inSuites = specOf('1-both')
    .replace('import { expect', "import { describe } from 'vitest';\nimport { expect")
    .replace(
      "test('runs",
      "describe('first', () => {\n  test('dies', scene);\n  test('is not run', scene);\n});\n\ntest('runs",
    );
  const { root, remove } = createCourse({
    'katas/01-a/1-both.spec.ts': inSuites,
    // The words are those of the watchdog; the end comes from outside, as no kata can end its own process.
    'katas/01-a/1-both.ts': `import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

export function both(a, b) {
  if (!existsSync('died')) {
    writeFileSync('died', '');
    mkdirSync('.learn-async', { recursive: true });
    const words = JSON.stringify({ text: 'It had to end.', test: 0 });
    writeFileSync(\`.learn-async/last-words-\${process.pid}.json\`, words);
    execFileSync(process.execPath, ['-e', \`process.kill(\${process.pid}, 'SIGKILL')\`]);
  }
  return Promise.all([a(), b()]);
}
`,
  });
  const { stdout } = await runCommandIn(PLAIN, root, 'tutor/test');
  remove();
  expect(stdout).toMatchInlineSnapshot(`
    "
      ────────────────────────────────────────  0 of 1 katas done

      01 A  ──────────  0 of 1  ✗

      1-both  katas/01-a/1-both.ts  2 of 4 tests pass
      ✗ first > dies
      · first > is not run
      ✓ runs both at the same time
      ✓ gives both results

      first > dies

      It had to end.

      spec     katas/01-a/1-both.spec.ts
      read     npm run lesson 1-both
      stuck?   npm run hint 1-both
      on save  npm run watch

    "
  `);
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
