import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bareEnvironment } from '../../command/spawn.ts';
import { native } from '../../lab/node/native.ts';
import {
  commandLine,
  createCourse,
  DONE,
  FAILING,
  PLAIN,
  runCommand,
  specOf,
  startCommandIn,
  UNTOUCHED,
  writeFiles,
} from '../../testing/miniature.ts';

const STUB = 'katas/01-first/1-both.ts';

let course: ReturnType<typeof createCourse>;
let watch: ReturnType<typeof startCommandIn>;
let printed = '';

beforeEach(() => {
  course = createCourse({
    'katas/01-first/1-both.spec.ts': specOf('1-both'),
    [STUB]: UNTOUCHED,
    'katas/01-first/2-again.spec.ts': specOf('2-again'),
    'katas/01-first/2-again.ts': UNTOUCHED,
  });
});

afterEach(async () => {
  watch.kill();
  if (watch.exitCode === null && watch.signalCode === null) await once(watch, 'close');
  course.remove();
});

function start(terminal: Record<string, string>): void {
  printed = '';
  watch = startCommandIn(terminal, course.root, 'tutor/test', '--watch');
  watch.stdout?.on('data', (text) => {
    printed += text;
  });
}

/** What is printed from now on, up to these words. */
async function pageWith(words: string): Promise<string> {
  await vi.waitUntil(() => printed.includes(words), { timeout: 30_000 });
  const page = printed;
  printed = '';
  return page;
}

const WAITING = 'waiting  for a save; h for help, q to quit';

test('a stub that is taken away is missed, and seen when it is there again', async () => {
  start(PLAIN);
  expect(await pageWith(WAITING)).toContain('0 of 2 katas done');
  rmSync(join(course.root, STUB));
  expect(await pageWith(WAITING)).toContain(`${STUB} is missing.`);
  writeFiles(course.root, { [STUB]: DONE });
  expect(await pageWith(WAITING)).toMatchInlineSnapshot(`
    "
      ✓ 1-both is done. Compare it with the reference: npm run compare 1-both

      ━━━━━━━━━━━━━━━━━━━━────────────────────  1 of 2 katas done

      01 First  ━━━━━─────  1 of 2  ✓ ·

      2-again  katas/01-first/2-again.ts  0 of 2 tests pass
      ✗ runs both at the same time
      ✗ gives both results

      You have not written anything here yet, so every test fails.
      Open katas/01-first/2-again.ts and replace its TODO with your code.

      spec     katas/01-first/2-again.spec.ts:9
      read     npm run lesson 2-again
      stuck?   npm run hint 2-again
      waiting  for a save; h for help, q to quit

    "
  `);
});

test('a stub that is missing at the start is seen when it comes', async () => {
  // What the spec was made into is kept from that run.
  await runCommand(course.root, 'tutor/test');
  rmSync(join(course.root, STUB));
  start(PLAIN);
  expect(await pageWith(WAITING)).toContain(`${STUB} is missing.`);
  writeFiles(course.root, { [STUB]: DONE });
  expect(await pageWith(WAITING)).toContain('1-both is done');
});

test('a save runs the katas whose answers import it, too', async () => {
  const importing = "export { both } from './1-both.ts';\n";
  writeFiles(course.root, { [STUB]: FAILING, 'katas/01-first/2-again.ts': importing });
  start(PLAIN);
  expect(await pageWith(WAITING)).toContain('0 of 2 katas done');
  writeFiles(course.root, { [STUB]: DONE });
  await pageWith('2 of 2 katas done');
  rmSync(join(course.root, STUB));
  await pageWith(WAITING);
  writeFiles(course.root, { [STUB]: DONE });
  await pageWith('2 of 2 katas done');
});

test('a folder that gives way to a file at once is seen, and what is saved there from then on', async () => {
  const stub = join(course.root, STUB);
  start(PLAIN);
  await pageWith(WAITING);
  rmSync(stub);
  await pageWith(WAITING);
  mkdirSync(stub);
  // No page tells of it, as the file was gone before; chokidar looks into a folder once a second at most.
  await wait(1500);
  writeFiles(course.root, { 'answer.ts': DONE });
  renameSync(stub, join(course.root, 'folder'));
  renameSync(join(course.root, 'answer.ts'), stub);
  expect(await pageWith(WAITING)).toContain('1-both is done');
  writeFiles(course.root, { [STUB]: UNTOUCHED });
  expect(await pageWith(WAITING)).toContain('0 of 2 katas done');
});

test('a terminal that knows nothing but ASCII gets nothing else', async () => {
  start({ LC_ALL: 'C' });
  const page = await pageWith(WAITING);
  expect(page).not.toMatch(/[^\n -~]/);
  expect(page).toContain('01 First  ----------  0 of 2  . .');
});

test.skipIf(process.platform === 'win32')(
  'it leaves when the process that has started it is ended by a signal that does not reach it',
  async () => {
    const [node, ...line] = [process.execPath, ...commandLine('tutor/test', ['--watch'])];
    const starter = spawn(
      process.execPath,
      [
        '-e',
        `const { pid } = require('node:child_process').spawn(...${JSON.stringify([node, line])}, { stdio: ['ignore', 'inherit', 'inherit'] });
console.log(\`pid \${pid}\`);`,
      ],
      { cwd: course.root, env: bareEnvironment(PLAIN), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    watch = starter;
    printed = '';
    starter.stdout.on('data', (text) => {
      printed += text;
    });
    const page = await pageWith(WAITING);
    const pid = Number(/pid (\d+)/.exec(page)?.[1]);
    expect(pid, page).toBeGreaterThan(0);
    expect(isRunning(pid)).toBe(true);
    starter.kill('SIGKILL');
    await vi.waitUntil(() => !isRunning(pid), { timeout: 20_000 });
  },
);

function isRunning(pid: number): boolean {
  try {
    // Where the lab is installed, process.kill() is refused.
    return native.kill.call(process, pid, 0);
  } catch {
    return false;
  }
}
