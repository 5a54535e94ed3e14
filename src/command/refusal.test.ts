import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createCourse, DONE, FATES, runCommand, specOf } from '../testing/miniature.ts';
import { CAN_TAKE_RIGHTS, runWithoutRights } from '../testing/without-rights.ts';
import { explainRefusal } from './refusal.ts';

const ROOT = join('/', 'home', 'ann', 'course');
const failure = (code: string, more: object) => Object.assign(new Error(code), { code, ...more });
const mkdir = { syscall: 'mkdir', path: join(ROOT, 'katas', '06-a') };

test('what the file system refuses is told with what helps', () => {
  const told = [
    explainRefusal(failure('ENOSPC', { syscall: 'write' }), ROOT),
    explainRefusal(failure('EDQUOT', mkdir), ROOT),
    explainRefusal(failure('EROFS', mkdir), ROOT),
    explainRefusal(failure('EACCES', mkdir), ROOT, 'linux'),
    explainRefusal(failure('EACCES', { syscall: 'open', path: join('/', 'x') }), ROOT, 'darwin'),
    explainRefusal(
      failure('EPERM', { syscall: 'copyfile', path: '1.ts', dest: join(ROOT, '2.ts') }),
      ROOT,
      'win32',
    ),
  ];
  expect(told.join('\n\n').replaceAll('\\', '/')).toMatchInlineSnapshot(`
    "The disk is full, and this command has to write a file. Make room, then run it again.

    The disk is full, and this command has to write a file. Make room, then run it again.

    katas/06-a cannot be written: the disk can only be read. Copy the course to a folder of yours, and run the command there.

    You have no right to use katas/06-a. If it belongs to root since a command with sudo, this makes it yours again:

      sudo chown -R "$(id -un)" .

    You have no right to use /x. If it belongs to root since a command with sudo, this makes it yours again:

      sudo chown -R "$(id -un)" .

    Windows gives no access to 2.ts. Close the programs that use it, then run the command again."
  `);
});

test('what is no refusal is none of ours', () => {
  expect(explainRefusal(new Error('boom'), ROOT)).toBe(undefined);
  expect(explainRefusal(failure('ENOENT', mkdir), ROOT)).toBe(undefined);
  // Node says so of a folder that it should make on a disk that can only be read.
  const made = { syscall: 'mkdir', path: join(import.meta.dirname, 'new') };
  expect(explainRefusal(failure('ENOENT', made), import.meta.dirname)).toContain(
    'new cannot be written: the disk can only be read.',
  );
  expect(explainRefusal(failure('EACCES', { syscall: 'spawn vi', path: 'vi' }), ROOT)).toBe(
    undefined,
  );
  expect(explainRefusal(undefined, ROOT)).toBe(undefined);
});

describe.runIf(CAN_TAKE_RIGHTS)('where nothing may be written', () => {
  const { root, remove } = createCourse({
    ...FATES,
    // Read outside of every run, it cannot be stopped: its process dies, and leaves its last words somewhere.
    'katas/03-stuck/1-loop.ts': `class Failure extends Error {
  get message() {
    while (this) {
    }
    return '';
  }
}

export async function both(a, b) {
  throw new Failure();
}
`,
    'katas/03-stuck/1-loop.spec.ts': specOf('1-loop'),
  });
  afterAll(remove);
  // Git would refuse the folder of another user before we come to it.
  vi.stubEnv('GIT_CEILING_DIRECTORIES', dirname(root));
  afterAll(() => vi.unstubAllEnvs());
  const run = (command: string, ...args: string[]) => runWithoutRights(root, command, ...args);

  test('the katas are run', async () => {
    const { code, stdout, stderr } = await run('tutor/test', 'done');
    expect(stdout).toContain('1-done  katas/01-fates/1-done.ts  2 of 2 tests pass');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((await run('tutor/progress')).stdout).toContain('1 of 8 katas done');
  });

  test('code that never yields is still stopped, and the page says why', async () => {
    const { stdout } = await run('tutor/test', '1-loop');
    expect(stdout).toContain('Stopped: this code blocked the thread for too long');
  });

  test('a hint is shown with what brings the next one, as nothing is remembered', async () => {
    const { code, stdout } = await run('tutor/hint', 'done');
    expect(stdout).toContain('1-done, hint 1');
    expect(code).toBe(0);
  });

  test.each([
    ['tutor/trace', '.learn-async/traces', 'done'],
    ['tutor/grade', '.learn-async', 'done'],
    ['proof/new', 'katas/06-new', '06-new/1-kata'],
  ])('%s says what it may not write', async (command, place, name) => {
    const { code, stdout, stderr } = await run(command, name);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const [first, ...others] = stderr.replaceAll('\n', ' ').split('. ');
    expect(first).toContain(`You have no right to use ${place}`);
    expect(others.join('. ')).toContain('sudo chown -R "$(id -un)" .');
  });
});

test('a kata that could not be made leaves nothing behind', async () => {
  const course = createCourse({ ...FATES, 'solutions/06-new': 'a file in the place of a folder' });
  onTestFinished(course.remove);
  expect((await runCommand(course.root, 'proof/new', '06-new/1-kata')).code).not.toBe(0);
  expect(existsSync(join(course.root, 'katas/06-new'))).toBe(false);
  expect(readFileSync(join(course.root, 'katas/01-fates/1-done.ts'), 'utf8')).toBe(DONE);
});
