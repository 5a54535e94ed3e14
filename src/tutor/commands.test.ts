import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { createCourse, DONE, FATES, runCommand, specOf, writeFiles } from '../testing/miniature.ts';

const { root, remove } = createCourse(FATES);
afterAll(remove);

test('npm test shows the course, the next kata, its first failure and what to type next', async () => {
  const { code, stdout, stderr } = await runCommand(root, 'tutor/test');
  expect(stdout).toMatchInlineSnapshot(`
    "
      ━━━━━───────────────────────────────────  1 of 7 katas done

      01 Fates   ━━━───────  1 of 3  ✓ ✗ ·
      02 Broken  ──────────  0 of 4  ✗ ✗ ✗ ✗

      2-failing  katas/01-fates/2-failing.ts  1 of 2 tests pass
      ✗ runs both at the same time
      ✓ gives both results

      runs both at the same time

      It took 40 ms; expected 30 ms.

      That is the sum of all work: one piece ran after another. Was 'a' awaited
      before 'b' was called? Start both first, then await them.

        yours     a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                  b                                  ━━━━━━━━━━━
                    0                                30         40 ms

        to reach  a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                  b ━━━━━━━━━━━
                    0          10                    30 ms

      spec     katas/01-fates/2-failing.spec.ts:9
      read     npm run lesson 2-failing
      stuck?   npm run hint 2-failing
      on save  npm run watch

    "
  `);
  expect(stderr).toBe('');
  expect(code).toBe(1);
});

test('npm test with a name runs just that', async () => {
  const { code, stdout } = await runCommand(root, 'tutor/test', '3-untouched');
  expect(stdout).toMatchInlineSnapshot(`
    "
      3-untouched  katas/01-fates/3-untouched.ts  0 of 2 tests pass
      ✗ runs both at the same time
      ✗ gives both results

      You have not written anything here yet, so every test fails.
      Open katas/01-fates/3-untouched.ts and replace its TODO with your code.

      spec     katas/01-fates/3-untouched.spec.ts:9
      read     npm run lesson 3-untouched
      stuck?   npm run hint 3-untouched
      on save  npm run watch

    "
  `);
  expect(code).toBe(1);
});

test('npm test with the name of what is done succeeds', async () => {
  const { code, stdout } = await runCommand(root, 'tutor/test', 'done');
  expect(stdout).toMatchInlineSnapshot(`
    "
      1-done  katas/01-fates/1-done.ts  2 of 2 tests pass
      ✓ runs both at the same time
      ✓ gives both results

      compare  npm run compare 1-done

    "
  `);
  expect(code).toBe(0);
});

test('what cannot be run is told in words, with its file', async () => {
  const { stdout: syntax } = await runCommand(root, 'tutor/test', 'syntax');
  expect(syntax).toMatchInlineSnapshot(`
    "
      1-syntax  katas/02-broken/1-syntax.ts

      katas/02-broken/1-syntax.ts is not valid TypeScript, so none of it was run:

      Transform failed with 1 error:

      [PARSE_ERROR] Expected \`)\` but found \`EOF\`
         ╭─[ katas/02-broken/1-syntax.ts:1:22 ]
         │
       1 │ export const both = (
         │                      │ 
         │                      ╰─ \`)\` expected
      ───╯

      spec     katas/02-broken/1-syntax.spec.ts
      read     npm run lesson 1-syntax
      stuck?   npm run hint 1-syntax
      on save  npm run watch

    "
  `);
  const { stdout: missing } = await runCommand(root, 'tutor/test', 'no-export');
  expect(missing).toMatchInlineSnapshot(`
    "
      2-no-export  katas/02-broken/2-no-export.ts  0 of 2 tests pass
      ✗ runs both at the same time
      ✗ gives both results

      runs both at the same time

      The kata's file exports no function named 'both'.

      Keep the name, and the word 'export' before it without 'default', as in the
      stub: export … both.

      spec     katas/02-broken/2-no-export.spec.ts:9
      read     npm run lesson 2-no-export
      stuck?   npm run hint 2-no-export
      on save  npm run watch

    "
  `);
  const { stdout: gone } = await runCommand(root, 'tutor/test', 'gone');
  expect(gone).toMatchInlineSnapshot(`
    "
      3-gone  katas/02-broken/3-gone.ts

      katas/02-broken/3-gone.ts is missing. This command brings the stub back:

        npm run reset 3-gone

      spec     katas/02-broken/3-gone.spec.ts
      read     npm run lesson 3-gone
      stuck?   npm run hint 3-gone
      on save  npm run watch

    "
  `);
  const { stdout: throws } = await runCommand(root, 'tutor/test', 'throws');
  expect(throws).toMatchInlineSnapshot(`
    "
      4-throws  katas/02-broken/4-throws.ts

      katas/02-broken/4-throws.ts throws while it is being loaded, before any of
      its functions is called:

      boom

      Thrown at katas/02-broken/4-throws.ts:1

      spec     katas/02-broken/4-throws.spec.ts
      read     npm run lesson 4-throws
      stuck?   npm run hint 4-throws
      on save  npm run watch

    "
  `);
});

test('misuse is told in a sentence', async () => {
  expect(await runCommand(root, 'tutor/test', 'unduched')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "No kata is called unduched. Did you mean untouched?
    ",
      "stdout": "",
    }
  `);
  expect(await runCommand(root, 'tutor/test', '--fast')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "Unknown option '--fast': there are --all, --watch, --open, --ui, --solutions and
    --help.
    ",
      "stdout": "",
    }
  `);
  expect(await runCommand(root, 'tutor/lesson', 'e')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "e may be 1-done, 3-untouched, 2-no-export or 3-gone: which one?
    ",
      "stdout": "",
    }
  `);
});

test('lesson and hint know the kata at hand: the one that was run by its name last', async () => {
  await runCommand(root, 'tutor/test', '2-failing');
  expect((await runCommand(root, 'tutor/lesson')).stdout).toMatchInlineSnapshot(`
    "
      2-failing

      Story.

    "
  `);
  expect((await runCommand(root, 'tutor/hint')).stdout).toMatchInlineSnapshot(`
    "
      2-failing, hint 1: a question

      When?

      That was the last one. See also: npm run lesson 2-failing

    "
  `);
});

test('a course all done ends with success', async () => {
  const katas = ['katas/01-fates/1-done.ts', 'katas/01-fates/1-done.spec.ts'] as const;
  const done = createCourse(Object.fromEntries(katas.map((file) => [file, FATES[file] as string])));
  writeFiles(done.root, { 'katas/01-fates/1-done.ts': DONE });
  const { code, stdout } = await runCommand(done.root, 'tutor/test');
  done.remove();
  expect(stdout.split('All katas are done')[0]).toMatchInlineSnapshot(`
    "
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  1 of 1 katas done

      01 Fates  ━━━━━━━━━━  1 of 1  ✓

      ✓ All tests of all katas pass.

      "
  `);
  expect(code).toBe(0);
});

test('what the code at hand prints is shown below its failure', async () => {
  const spec = 'katas/01-fates/2-failing.spec.ts';
  const prints = `export async function both(a, b) {
  console.log('before', { a: 1 });
  const first = await a();
  console.log('between', new Error('lost'));
  return [first, await b()];
}
`;
  const talking = createCourse({
    [spec]: FATES[spec] as string,
    'katas/01-fates/2-failing.ts': prints,
  });
  const { stdout } = await runCommand(talking.root, 'tutor/test', 'failing');
  talking.remove();
  const [, printed] = stdout.split('  It printed:\n');
  // Of the frames of an error, those of its own code are left.
  expect(printed?.split('\n\n')[0]).toMatchInlineSnapshot(`
    "    before { a: 1 }
        between Error: lost
            at both (katas/01-fates/2-failing.ts:4:26)"
  `);
});

const skipping = (name: string, skipped: number) => {
  let left = skipped;
  return specOf(name).replaceAll(/^test\(/gm, (call) => (left-- > 0 ? 'test.skip(' : call));
};

test.each([
  [1, '1 of 2 tests was not run, so this kata is not done.'],
  [2, 'None of the tests was run, so this kata is not done.'],
])('%i tests that are left out are no success', async (skipped, words) => {
  const course = createCourse({
    'katas/01-a/1-both.spec.ts': skipping('1-both', skipped),
    'katas/01-a/1-both.ts': DONE,
  });
  onTestFinished(course.remove);
  const { code, stdout } = await runCommand(course.root, 'tutor/test', '1-both');
  expect(stdout).toContain(words);
  expect(stdout).not.toContain('is done');
  expect(code).toBe(1);
  expect((await runCommand(course.root, 'tutor/progress')).stdout).toContain('0 of 1 katas done');
});

test('a test that needs threads is skipped where none can be started, and the kata is done without it', async () => {
  const withoutThreads = `import { syncBuiltinESMExports } from 'node:module';
import { forReal } from '#lab';
process.getBuiltinModule('node:worker_threads').Worker = class { constructor() { throw new Error('forbidden'); } };
syncBuiltinESMExports();
test('starts both for real', async ({ task, skip }) => forReal({ task, skip }, async () => {}));
`;
  const course = createCourse({
    'katas/01-a/1-both.spec.ts': `${specOf('1-both')}${withoutThreads}`,
    'katas/01-a/1-both.ts': DONE,
  });
  onTestFinished(course.remove);
  const { code, stdout } = await runCommand(course.root, 'tutor/test', '1-both');
  expect(stdout).toContain('1 test was not run. No threads can be started here.');
  expect(stdout).toContain('1 of 1 katas done');
  expect(code).toBe(0);
});

test('references that are not there are no success', async () => {
  const { code, stdout } = await runCommand(root, 'tutor/test', '--solutions');
  expect(stdout).toBe('\n  No kata was run.\n\n');
  expect(code).toBe(1);
});

/** Windows lets only some people make a link to a file; one to a folder it lets all of them. */
test('answers may be elsewhere, behind a link', async () => {
  const course = createCourse({
    ...Object.fromEntries(
      Object.entries(FATES).map(([file, text]) => [file.replace('katas', 'answers'), text]),
    ),
    'answers/01-fates/2-failing.ts': 'export async function both() {\n  for (;;) {}\n}\n',
    'chapters/03-more/1-both.spec.ts': specOf('1-both'),
    'chapters/03-more/1-both.ts': DONE,
    'solutions/01-fates/1-done.ts': DONE,
  });
  onTestFinished(course.remove);
  symlinkSync(join(course.root, 'answers'), join(course.root, 'katas'), 'junction');
  symlinkSync(
    join(course.root, 'chapters/03-more'),
    join(course.root, 'answers/03-more'),
    'junction',
  );
  const { stdout } = await runCommand(course.root, 'tutor/test');
  expect(stdout).toContain('2 of 8 katas done');
  expect(stdout).toContain('Found at katas/01-fates/2-failing.ts:2');
  const { code } = await runCommand(course.root, 'tutor/compare', '1-done');
  expect(code).toBe(0);
});
