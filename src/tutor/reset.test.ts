import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOME } from '../course/home.ts';
import { katasOf } from '../course/katas.ts';
import {
  createCourse,
  DONE,
  FAILING,
  runCommand,
  specOf,
  writeFiles,
} from '../testing/miniature.ts';
import { isUntouched } from './own/untouched.ts';

const FILE = 'katas/01-fates/1-both.ts';
const STUB = `/**
 * - Runs both.
 */
export async function both(a, b) {
  // TODO: start both.
  throw new Error('TODO: write both()');
}
`;
const REFERENCE = STUB.replace(/ {2}\/\/ TODO[^}]*/, '  return Promise.all([a(), b()]);\n');

let course: ReturnType<typeof createCourse>;
const stub = () => readFileSync(join(course.root, FILE), 'utf8');
const write = (text: string) => writeFiles(course.root, { [FILE]: text });
const reset = async (...names: string[]) => {
  const { code, stdout, stderr } = await runCommand(course.root, 'tutor/reset', ...names);
  return { code, stderr, stdout: stdout.replace(/\d{4}-.*Z/, '<time>') };
};

function git(...args: string[]): void {
  const name = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'core.hooksPath='];
  execFileSync('git', [...name, ...args], { cwd: course.root, stdio: 'pipe' });
}

function commit(text: string): void {
  write(text);
  git('add', '-f', '.');
  git('commit', '-m', 'a version');
}

/** Everything that was ever kept. */
function saved(): string[] {
  const folder = join(course.root, '.learn-async', 'saved', '01-fates', '1-both');
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

beforeEach(() => {
  course = createCourse({
    'katas/01-fates/1-both.spec.ts': specOf('1-both'),
    'solutions/01-fates/1-both.ts': REFERENCE,
    [FILE]: STUB,
  });
  git('init', '-q');
  commit(STUB);
});

afterEach(() => {
  vi.unstubAllEnvs();
  course.remove();
});

test('npm run reset puts the stub back and keeps what was there', async () => {
  write(FAILING);
  expect(await reset()).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      ✓ katas/01-fates/1-both.ts is the stub again.

      Your version is kept in
      .learn-async/saved/01-fates/1-both/<time>.ts

    ",
    }
  `);
  expect(stub()).toBe(STUB);
  write(DONE);
  await reset('both');
  expect(stub()).toBe(STUB);
  expect(saved()).toEqual([FAILING, DONE]);
});

test('answers that were committed are not the stub, finished or not', async () => {
  commit(STUB.replace('  throw', '  const first = a();\n  throw'));
  commit(REFERENCE.replace('  return', '  // TODO: start both.\n  return'));
  commit(DONE);
  await reset('both');
  expect(stub()).toBe(STUB);
  expect(saved()).toEqual([DONE]);
});

test('a stub that a later version has mended is the mended one', async () => {
  const mended = STUB.replace('both.\n', 'both at once.\n');
  writeFiles(course.root, {
    'solutions/01-fates/1-both.ts': REFERENCE.replace('both.\n', 'both at once.\n'),
  });
  commit(mended);
  commit(DONE);
  await reset('both');
  expect(stub()).toBe(mended);
});

test('without a name, a kata that is done is left alone', async () => {
  write(DONE);
  const { code, stderr } = await reset();
  expect(stderr).toBe('All katas are done. Which one do you mean? Such as: npm run reset 01/1\n');
  expect(code).toBe(2);
  expect(stub()).toBe(DONE);
});

test('a stub that is there is left alone', async () => {
  expect(await reset('both')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      katas/01-fates/1-both.ts is the stub already; nothing was changed.

    ",
    }
  `);
});

test('a kata that is gone comes back', async () => {
  rmSync(join(course.root, FILE));
  expect(await reset('both')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      ✓ katas/01-fates/1-both.ts is the stub again.

    ",
    }
  `);
  expect(stub()).toBe(STUB);
  git('rm', '-q', FILE);
  git('commit', '-m', 'gone');
  await reset('both');
  expect(stub()).toBe(STUB);
});

test('a kata that cannot be read is put back and kept', async () => {
  write('export const both = (');
  await reset();
  expect(stub()).toBe(STUB);
  expect(saved()).toEqual(['export const both = (']);
});

test('without git nothing is touched', async () => {
  write(DONE);
  rmSync(join(course.root, '.git'), { recursive: true, force: true });
  vi.stubEnv('GIT_CEILING_DIRECTORIES', dirname(course.root));
  expect(await reset('both')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "The stub is taken from git's history, and this folder has none of
    katas/01-fates/1-both.ts. Download the course once more into another folder, and
    copy that file from there.
    ",
      "stdout": "",
    }
  `);
  vi.stubEnv('PATH', '');
  expect(await reset('both')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "The stub is taken from git's history, but there is no program called git.
    ",
      "stdout": "",
    }
  `);
  expect(stub()).toBe(DONE);
});

/** As a zip is unpacked: no repository, and none above it. */
function unpack(): void {
  rmSync(join(course.root, '.git'), { recursive: true, force: true });
  vi.stubEnv('GIT_CEILING_DIRECTORIES', dirname(course.root));
}

test('in an unpacked zip the stub is the one that was there when the katas were first run', async () => {
  unpack();
  await runCommand(course.root, 'tutor/test');
  write(DONE);
  await runCommand(course.root, 'tutor/test');
  vi.stubEnv('PATH', '');
  expect((await reset('1-both')).stdout).toContain('✓ katas/01-fates/1-both.ts is the stub again.');
  expect(stub()).toBe(STUB);
  expect(saved()).toEqual([DONE]);
});

test('what somebody had written before the first run is not taken for the stub', async () => {
  unpack();
  const begun = STUB.replace('  throw', '  const first = a();\n  throw');
  write(begun);
  await runCommand(course.root, 'tutor/test');
  const { code, stderr } = await reset('both');
  expect(stderr).toContain('this folder has none of\nkatas/01-fates/1-both.ts');
  expect({ code, now: stub() }).toEqual({ code: 2, now: begun });
});

test('the kept stub gives way to that of a newer zip, and not to one of which a part was deleted', async () => {
  unpack();
  await runCommand(course.root, 'tutor/test');
  write(STUB.replace(' * - Runs both.\n', ''));
  await runCommand(course.root, 'tutor/test');
  await reset('both');
  expect(stub()).toBe(STUB);
  const mended = STUB.replace('Runs both.', 'Runs both at once.');
  const reference = REFERENCE.replace('Runs both.', 'Runs both at once.');
  writeFiles(course.root, { 'solutions/01-fates/1-both.ts': reference, [FILE]: mended });
  await runCommand(course.root, 'tutor/test');
  write(DONE);
  await reset('both');
  expect(stub()).toBe(mended);
});

test('every stub of the course is its reference without the answer', () => {
  const touched = katasOf(HOME).filter(
    (kata) => !isUntouched(readFileSync(kata.stub, 'utf8'), kata),
  );
  expect(touched.map(({ id }) => id)).toEqual([]);
});

test('a folder in the place of a kata is not thrown away', async () => {
  rmSync(join(course.root, FILE));
  mkdirSync(join(course.root, FILE));
  expect(await reset('both')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "katas/01-fates/1-both.ts is a folder; move it away first, as nothing of yours is
    thrown away.
    ",
      "stdout": "",
    }
  `);
});

test('npm run reset -- --all puts every stub back, and keeps each answer', async () => {
  writeFiles(course.root, {
    'katas/01-fates/2-again.spec.ts': specOf('2-again'),
    'katas/01-fates/2-again.ts': STUB,
    'solutions/01-fates/2-again.ts': REFERENCE,
  });
  git('add', '-f', '.');
  git('commit', '-m', 'another kata');
  write(FAILING);
  writeFiles(course.root, { 'katas/01-fates/2-again.ts': DONE });
  const { code, stdout } = await reset('--all');
  expect(stdout.replaceAll(/\d{4}-.*Z/g, '<time>')).toMatchInlineSnapshot(`
    "
      ✓ katas/01-fates/1-both.ts is the stub again.

      Your version is kept in
      .learn-async/saved/01-fates/1-both/<time>.ts

      ✓ katas/01-fates/2-again.ts is the stub again.

      Your version is kept in
      .learn-async/saved/01-fates/2-again/<time>.ts

    "
  `);
  expect(code).toBe(0);
  expect(stub()).toBe(STUB);
  expect(saved()).toEqual([FAILING]);
  expect((await reset('--all')).stdout).toBe(
    '\n  Every kata is the stub already; nothing was changed.\n\n',
  );
  expect((await reset('--all', 'both')).stderr).toBe('--all takes no name; got both.\n');
});

test('in a folder of another user git is asked for nothing, and one is told how to let it', async () => {
  write(DONE);
  // As git's own tests do it.
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
  const { code, stderr } = await reset('both');
  vi.unstubAllEnvs();
  const told = stderr.replace(/"[^"]*"/, '<folder>');
  expect(told).toMatchInlineSnapshot(`
    "The stub is taken from git's history, but this folder belongs to another user,
    and git does not touch it. If you trust what is in it, run:

      git config --global --add safe.directory
    <folder>
    "
  `);
  expect(code).toBe(2);
  expect(stub()).toBe(DONE);
});

const EXAMPLE = 'katas/01-fates/examples/1-tea.ts';
const TEA = "// Tea.\nconsole.log('tea');\n";

test('npm run reset -- --example puts an example back, and keeps what was made of it', async () => {
  writeFiles(course.root, { [EXAMPLE]: TEA });
  commit(STUB);
  writeFiles(course.root, { [EXAMPLE]: "console.log('coffee');\n" });
  commit(STUB);
  for (const name of ['01/1', 'tea', EXAMPLE]) {
    writeFiles(course.root, { [EXAMPLE]: `console.log('${name}');\n` });
    const { code, stdout } = await reset('--example', name);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `
  ✓ katas/01-fates/examples/1-tea.ts is the example again.

  Your version is kept in
  .learn-async/saved/01-fates/examples/1-tea/<time>.ts

`,
    });
    expect(readFileSync(join(course.root, EXAMPLE), 'utf8')).toBe(TEA);
  }
  const kept = join(course.root, '.learn-async', 'saved', '01-fates', 'examples', '1-tea');
  expect(readdirSync(kept)).toHaveLength(3);
  expect((await reset('--example', 'tea')).stdout).toContain('is the example already');
  rmSync(join(course.root, EXAMPLE));
  expect((await reset('--example', 'tea')).stdout).toContain('is the example again');
  expect(readFileSync(join(course.root, EXAMPLE), 'utf8')).toBe(TEA);
  expect((await reset('--example', 'cake')).stderr).toBe(
    'No example is called cake. This lists them: npm run play\n',
  );
});
