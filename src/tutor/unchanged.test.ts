import { afterAll, expect, onTestFinished, test } from 'vitest';
import { katasOf } from '../course/katas.ts';
import { checkShipped } from '../judging/as-shipped.ts';
import {
  createCourse,
  DONE,
  FATES,
  PLAIN,
  runCommandIn,
  TWICE,
  writeFiles,
} from '../testing/miniature.ts';

const STUB = 'katas/01-fates/1-done.ts';

/** It can be told from outside whether it was run: no digest knows of this setting. */
const SPOILT = `const { env } = globalThis['pro' + 'cess'];
export const both = (a, b) => (env.SPOILT ? a() : Promise.all([a(), b()]));
`;

const { root, remove } = createCourse({
  ...FATES,
  [STUB]: SPOILT,
  'solutions/01-fates/1-done.ts': DONE,
});
afterAll(remove);

async function run(env: Record<string, string>, command: string, ...args: string[]) {
  const { stdout } = await runCommandIn({ ...PLAIN, ...env }, root, command, ...args);
  const [, done] = /(\d) of 7 katas done/.exec(stdout) ?? [];
  return { done: Number(done), stdout };
}

test('npm test runs only katas in which something has changed, and the one that is shown', async () => {
  const first = await run({}, 'tutor/test');
  expect(first).toMatchObject({ done: 1 });
  expect(first.stdout).not.toContain('unchanged');

  const second = await run({ SPOILT: '1' }, 'tutor/test');
  expect(second.stdout.split('\n').slice(0, 9).join('\n')).toMatchInlineSnapshot(`
    "
      ━━━━━───────────────────────────────────  1 of 7 katas done

      01 Fates   ━━━───────  1 of 3  ✓ ✗ ·
      02 Broken  ──────────  0 of 4  ✗ ✗ ✗ ✗

      1 unchanged kata was not run. To run all: npm test -- --all

      2-failing  katas/01-fates/2-failing.ts  1 of 2 tests pass"
  `);
  // Of the rest not one is in order: they are run each time.
  expect(second.stdout.replace(/\n.*unchanged.*\n/, '')).toBe(first.stdout);
  expect(await run({ SPOILT: '1' }, 'tutor/progress')).toMatchObject({ done: 1 });
});

test.each<[string, Record<string, string>, string[]]>([
  ['with --all', {}, ['--all']],
  ['with --all, which npm has kept', { npm_config_all: 'true' }, []],
  ['on a build server', { CI: 'true' }, []],
  ['of a kata that is named', {}, ['1-done']],
])('everything runs %s', async (_, env, args) => {
  await run({}, 'tutor/test', '--all');
  const { stdout } = await run({ ...env, SPOILT: '1' }, 'tutor/test', ...args);
  expect(stdout).toMatch(/0 of 7 katas done|1-done {2}.* 1 of 2 tests pass/);
  expect(stdout).not.toContain('unchanged');
});

test.each(['compare', 'trace'])('what npm run %s has seen fail runs again', async (command) => {
  await run({}, 'tutor/test', '--all');
  expect(await run({ SPOILT: '1' }, 'tutor/test')).toMatchObject({ done: 1 });
  await run({ SPOILT: '1' }, `tutor/${command}`, '1-done');
  expect(await run({ SPOILT: '1' }, 'tutor/test')).toMatchObject({ done: 0 });
});

test('what is saved runs, and what is shown next has run as well', async () => {
  await run({}, 'tutor/test', '--all');
  writeFiles(root, { [STUB]: DONE, 'katas/01-fates/2-failing.ts': DONE });
  const { stdout } = await run({}, 'tutor/test');
  expect(stdout).toContain('2 of 7 katas done');
  expect(stdout).toContain('3-untouched.ts  0 of 2 tests pass');
  expect(stdout).not.toContain('unchanged');
});

test('where all katas are done, one of them is run all the same', async () => {
  const whole = createCourse({
    'katas/01-fates/1-done.ts': DONE,
    'katas/01-fates/1-done.spec.ts': FATES['katas/01-fates/1-done.spec.ts'] as string,
    'katas/01-fates/2-more.ts': DONE,
    'katas/01-fates/2-more.spec.ts': (FATES['katas/01-fates/1-done.spec.ts'] as string).replace(
      '1-done',
      '2-more',
    ),
    '.learn-async/chapters.json': '["01-fates","the course"]',
  });
  await runCommandIn(PLAIN, whole.root, 'tutor/test');
  const { code, stdout } = await runCommandIn(PLAIN, whole.root, 'tutor/test');
  whole.remove();
  expect(stdout).toMatchInlineSnapshot(`
    "
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  2 of 2 katas done

      01 Fates  ━━━━━━━━━━  2 of 2  ✓ ✓

      1 unchanged kata was not run. To run all: npm test -- --all

      ✓ All tests of all katas pass.

    "
  `);
  expect(code).toBe(0);
});

test('a spec of which nothing is run does not take the course from the page', async () => {
  await run({}, 'tutor/test', '--all');
  const { stdout: before } = await run({}, 'tutor/test');
  writeFiles(root, {
    'katas/01-fates/3-untouched.spec.ts': FATES['katas/01-fates/3-untouched.spec.ts']?.replaceAll(
      "test('",
      "test.skip('",
    ) as string,
  });
  const { stdout } = await run({}, 'tutor/test');
  expect(stdout.split('\n').slice(0, 5)).toEqual(before.split('\n').slice(0, 5));
  expect((await run({}, 'tutor/test', '--all')).stdout.split('\n').slice(0, 5)).toEqual(
    before.split('\n').slice(0, 5),
  );
});

test('the first npm test of a clone runs the kata that it shows, and says of the others that nobody has started them', async () => {
  const clone = createCourse({ ...TWICE, 'katas/as-shipped.json': '{}' });
  onTestFinished(clone.remove);
  checkShipped(clone.root, katasOf(clone.root), true);
  const { code, stdout } = await runCommandIn(PLAIN, clone.root, 'tutor/test');
  expect(stdout.split('\n').slice(0, 11).join('\n')).toMatchInlineSnapshot(`
    "
      ────────────────────────────────────────  0 of 2 katas done

      01 Proof  ──────────  0 of 2  · ·

      1 kata that you have not started was not run. To run all: npm test -- --all

      1-both  katas/01-proof/1-both.ts  0 of 2 tests pass
      ✗ runs both at the same time
      ✗ gives both results
    "
  `);
  expect(code).toBe(1);
  const { stdout: all } = await runCommandIn(PLAIN, clone.root, 'tutor/test', '--all');
  expect(all).not.toContain('not run');
});
