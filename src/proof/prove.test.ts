import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  createCourse,
  DONE,
  FAILING,
  type Files,
  PLAIN,
  PROVEN,
  runCommand,
  runCommandIn,
  TWICE,
  UNTOUCHED,
  writeFiles,
} from '../testing/miniature.ts';

const SPEC = 'katas/01-proof/1-both.spec.ts';
const ATTEMPTS = 'solutions/01-proof/1-both/';

/** Proves the proven kata after these changes; an undefined text takes the file away. */
async function proveWith(changes: Record<string, string | undefined>) {
  const { root, remove } = createCourse(PROVEN);
  const gone = Object.keys(changes).filter((file) => changes[file] === undefined);
  for (const file of gone) rmSync(join(root, file));
  writeFiles(
    root,
    Object.fromEntries(Object.entries(changes).filter(([, text]) => text !== undefined)) as Files,
  );
  const ended = await runCommand(root, 'proof/prove', '--json');
  remove();
  return ended;
}

const text = (file: string) => PROVEN[file] as string;

test('a proven kata is green, and told as JSON', async () => {
  const { code, stdout, stderr } = await proveWith({});
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    katas: [
      {
        kata: '01-proof/1-both',
        tests: ['runs both at the same time', 'gives both results'],
        stub: true,
        reference: true,
        attempts: [
          { file: 'right-handles.ts', kind: 'right', ok: true, failed: [] },
          { file: 'right-settled.ts', kind: 'right', ok: true, failed: [] },
          { file: 'wrong-order.ts', kind: 'wrong', ok: true, failed: ['gives both results'] },
          {
            file: 'wrong-promises.ts',
            kind: 'wrong',
            ok: true,
            failed: ['runs both at the same time', 'gives both results'],
          },
          {
            file: 'wrong-sequential.ts',
            kind: 'wrong',
            ok: true,
            failed: ['runs both at the same time'],
          },
        ],
      },
    ],
    before: [],
  });
  expect(code).toBe(0);
});

test.each<[why: string, Record<string, string | undefined>, says: string]>([
  [
    'a Fails: line is taken away',
    {
      [`${ATTEMPTS}wrong-promises.ts`]: text(`${ATTEMPTS}wrong-promises.ts`).replace(
        '// Fails: gives both results\n',
        '',
      ),
    },
    'wrong-promises.ts fails «gives both results» too',
  ],
  [
    'a wrong attempt is taken away',
    { [`${ATTEMPTS}wrong-order.ts`]: undefined },
    '2 wrong attempts; at least 3 are needed',
  ],
  [
    'a right attempt is taken away',
    { [`${ATTEMPTS}right-settled.ts`]: undefined },
    '1 right attempts beside the reference',
  ],
  [
    'an assertion is taken away',
    { [SPEC]: text(SPEC).replace('  expect(trace).toTake(30);\n', '') },
    'wrong-sequential.ts should fail «runs both at the same time», and passes it',
  ],
  [
    'a test is never failed',
    {
      [SPEC]: `${text(SPEC)}\ntest('is polite', async () => {\n  expect(await scene()).toStart('a', 1);\n});\n`,
    },
    'no wrong attempt fails «is polite»',
  ],
  [
    'a failure does not say what it should',
    {
      [`${ATTEMPTS}wrong-sequential.ts`]: text(`${ATTEMPTS}wrong-sequential.ts`).replace(
        /Says: .*/,
        'Says: hocus pocus',
      ),
    },
    'does not say «hocus pocus»',
  ],
  [
    'a right attempt fails',
    { [`${ATTEMPTS}right-settled.ts`]: FAILING },
    'right-settled.ts fails «runs both at the same time»',
  ],
  [
    'a right attempt does not say what it is',
    {
      [`${ATTEMPTS}right-settled.ts`]: text(`${ATTEMPTS}right-settled.ts`).replace(/^.*\n/, ''),
    },
    'right-settled.ts begins without a line that names its shape',
  ],
  [
    'the reference fails',
    { 'solutions/01-proof/1-both.ts': UNTOUCHED },
    'the reference fails «gives both results»',
  ],
  ['the stub passes', { 'katas/01-proof/1-both.ts': DONE }, 'the stub passes «gives both results»'],
  [
    'the stub fails, and nothing says that it is one',
    { 'katas/01-proof/1-both.ts': FAILING },
    'the stub fails «runs both at the same time» with other words than its TODO',
  ],
  [
    'the stub is missing',
    { 'katas/01-proof/1-both.ts': undefined },
    'the spec has no stub beside it',
  ],
  [
    'a file belongs to no kata',
    { 'solutions/01-proof/notes.txt': 'hm' },
    'solutions/01-proof/notes.txt belongs to no kata',
  ],
  [
    'an example is not called as examples are',
    { 'katas/01-proof/examples/1-tea.ts': '// Tea.\n', 'katas/01-proof/examples/notes.md': 'hm' },
    'katas/01-proof/examples/notes.md belongs to no kata',
  ],
  [
    'an attempt is called neither right nor wrong',
    { [`${ATTEMPTS}maybe.ts`]: DONE },
    'solutions/01-proof/1-both/maybe.ts belongs to no kata. Move it, or name it right-<shape>.ts or wrong-<mistake>.ts',
  ],
  [
    'a wrong attempt does not say what it is',
    {
      [`${ATTEMPTS}wrong-order.ts`]: text(`${ATTEMPTS}wrong-order.ts`).replace(/^.*\n/, ''),
    },
    'wrong-order.ts begins without a comment that names the misconception',
  ],
  [
    'an attempt cannot be read',
    { [`${ATTEMPTS}wrong-order.ts`]: `// Fails: gives both results\nexport const = 1` },
    'wrong-order.ts could not be run',
  ],
  [
    'the lesson has no section',
    { 'katas/01-proof/README.md': '# Proof\n' },
    'the lesson has no section «## 1-both»',
  ],
])('red when %s', async (_why, changes, says) => {
  const { code, stdout, stderr } = await proveWith(changes);
  expect(stderr).toContain(says);
  expect(JSON.parse(stdout).ok).toBe(false);
  expect(code).toBe(1);
});

test('an attempt that is not called as attempts are is no part of the proof: that is said of a named kata, too', async () => {
  const { root, remove } = createCourse({
    ...TWICE,
    [`${ATTEMPTS}wrong_mine.ts`]: FAILING,
    [`${ATTEMPTS}Wrong-other.ts`]: FAILING,
    [`${ATTEMPTS}wrong-Third.ts`]: FAILING,
  });
  const named = await runCommand(root, 'proof/prove', '01/1');
  const other = await runCommand(root, 'proof/prove', '01/2');
  const all = await runCommand(root, 'proof/prove');
  remove();
  expect(named.stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 2 tests, 3 wrong and 2 right attempts

    solutions/01-proof/1-both/Wrong-other.ts belongs to no kata. Move it, or name it
      right-<shape>.ts or wrong-<mistake>.ts, in small letters, with hyphens.

    solutions/01-proof/1-both/wrong-Third.ts belongs to no kata. Move it, or name it
      right-<shape>.ts or wrong-<mistake>.ts, in small letters, with hyphens.

    solutions/01-proof/1-both/wrong_mine.ts belongs to no kata. Move it, or name it
      right-<shape>.ts or wrong-<mistake>.ts, in small letters, with hyphens.

    3 problems outside the katas. The kata is proven.
    "
  `);
  expect(named.code).toBe(1);
  expect(other.code).toBe(0);
  expect(all.stdout).toContain('3 problems outside the katas. All 2 katas are proven.');
  expect(all.code).toBe(1);
});

test('only what has changed since it was proven is proven again', async () => {
  const { root, remove } = createCourse(TWICE);
  const proveAgain = async (...flags: string[]) => {
    const { code, stdout } = await runCommand(root, 'proof/prove', '--json', ...flags);
    const { katas, before } = JSON.parse(stdout);
    return [code, katas.length, before];
  };
  const change = (file: string, text: string | undefined) =>
    writeFiles(root, { [file]: `${text}// Another line.\n` });
  const [first, second] = ['01-proof/1-both', '01-proof/2-both'];
  expect(await proveAgain()).toEqual([0, 2, []]);
  expect(await proveAgain()).toEqual([0, 2, [first, second]]);
  expect(await proveAgain('--all')).toEqual([0, 2, []]);
  change(`${ATTEMPTS}wrong-order.ts`, TWICE[`${ATTEMPTS}wrong-order.ts`]);
  expect(await proveAgain()).toEqual([0, 2, [second]]);
  change('katas/01-proof/2-both.spec.ts', TWICE['katas/01-proof/2-both.spec.ts']);
  expect(await proveAgain('1-both')).toEqual([0, 1, [first]]);
  // What is no longer proven stays so until it is mended.
  writeFiles(root, { [`${ATTEMPTS}right-settled.ts`]: FAILING });
  expect(await proveAgain()).toEqual([1, 2, []]);
  expect(await proveAgain()).toEqual([1, 2, [second]]);
  rmSync(join(root, `${ATTEMPTS}right-settled.ts`));
  change(`${ATTEMPTS}right-other.ts`, TWICE[`${ATTEMPTS}right-settled.ts`]);
  expect((await runCommand(root, 'proof/prove')).stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 2 tests, 3 wrong and 2 right attempts
    ✓ 01-proof/2-both: 2 tests, 3 wrong and 2 right attempts

    All 2 katas are proven.
    1 of 2 proven by an earlier run: nothing that they rest on has changed since.
      Again: npm run prove -- --all
    "
  `);
  remove();
});

test('what was proven and has failed since is proven again, though nothing has changed', async () => {
  // No digest knows of this setting.
  const spoilt = `// One that can be spoilt from outside.
const { env } = globalThis['pro' + 'cess'];
export const both = (a, b) => (env.SPOILT ? a() : Promise.all([a(), b()]));
`;
  const { root, remove } = createCourse({ ...TWICE, [`${ATTEMPTS}right-settled.ts`]: spoilt });
  onTestFinished(remove);
  const codeOf = async (env: Record<string, string>, ...flags: string[]) =>
    (await runCommandIn({ ...PLAIN, ...env }, root, 'proof/prove', '1-both', ...flags)).code;
  expect(await codeOf({})).toBe(0);
  expect(await codeOf({ SPOILT: '1' })).toBe(0);
  expect(await codeOf({ SPOILT: '1' }, '--all')).toBe(1);
  expect(await codeOf({ SPOILT: '1' })).toBe(1);
});

test('a kata whose spec finds the attempts at another one rests on them as well', async () => {
  const spec = 'katas/01-proof/2-both.spec.ts';
  const glob = `import.meta.glob('../../${ATTEMPTS}*.ts');\n`;
  const { root, remove } = createCourse({ ...TWICE, [spec]: `${TWICE[spec]}${glob}` });
  const before = async () => {
    const { stdout } = await runCommand(root, 'proof/prove', '--json');
    return JSON.parse(stdout).before;
  };
  await before();
  expect(await before()).toEqual(['01-proof/1-both', '01-proof/2-both']);
  writeFiles(root, { [`${ATTEMPTS}right-other.ts`]: text(`${ATTEMPTS}right-settled.ts`) });
  expect(await before()).toEqual([]);
  remove();
});

test('stub and spec are those that the course ships; --write writes down which', async () => {
  const { root, remove } = createCourse({ ...TWICE, 'katas/as-shipped.json': '{}' });
  const first = await runCommand(root, 'proof/prove', '01/1');
  expect(first.stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 2 tests, 3 wrong and 2 right attempts

    01-proof/1-both: katas/as-shipped.json does not have it yet. To note it there:
      npm run prove 01-proof/1-both -- --write

    1 problem; 1 of 1 katas are not proven.
    "
  `);
  expect(first.code).toBe(1);
  await runCommand(root, 'proof/prove', '--write');
  expect((await runCommand(root, 'proof/prove', '01/1')).code).toBe(0);
  writeFiles(root, { [SPEC]: `${text(SPEC)}\n// Another one.\n` });
  const { stdout } = await runCommand(root, 'proof/prove');
  expect(stdout).toContain('01-proof/1-both: katas/as-shipped.json is of another stub or spec.');
  expect(stdout).toContain('1 problem; 1 of 2 katas are not proven.');
  remove();
});

test('what the course ships of a kata that is gone is reported, and taken out by --write', async () => {
  const { root, remove } = createCourse({ ...PROVEN, 'katas/as-shipped.json': '{}' });
  await runCommand(root, 'proof/prove', '--write');
  const file = join(root, 'katas/as-shipped.json');
  const shipped = readFileSync(file, 'utf8');
  const stale = JSON.stringify({ ...JSON.parse(shipped), '01-proof/9-gone': 'a' });
  writeFiles(root, { 'katas/as-shipped.json': stale });
  expect((await runCommand(root, 'proof/prove', '01/1')).code).toBe(0);
  const { code, stdout } = await runCommand(root, 'proof/prove', '--all');
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 2 tests, 3 wrong and 2 right attempts

    katas/as-shipped.json has 01-proof/9-gone, and there is no such kata. To take it
      out: npm run prove -- --write

    1 problem outside the katas. The kata is proven.
    "
  `);
  expect(code).toBe(1);
  expect((await runCommand(root, 'proof/prove', '--write')).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(shipped);
  remove();
});

test('many files are proven a batch at a time', async () => {
  const right = text(`${ATTEMPTS}right-handles.ts`);
  const many = Array.from({ length: 600 }, (_, i) => [`${ATTEMPTS}right-${i}.ts`, right]);
  const { root, remove } = createCourse({ ...TWICE, ...Object.fromEntries(many) });
  const { code, stdout } = await runCommand(root, 'proof/prove');
  remove();
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 2 tests, 3 wrong and 602 right attempts
    ✓ 01-proof/2-both: 2 tests, 3 wrong and 2 right attempts

    All 2 katas are proven.
    "
  `);
  expect(code).toBe(0);
});

test('what an attempt keeps at the top of its file is virtual, even in the first file of a process', async () => {
  // Vitest begins with the longest file.
  const longest = ' '.repeat(10_000);
  const { code, stderr } = await proveWith({
    [`${ATTEMPTS}right-first.ts`]: `// Waits a ms in between.
import { promisify } from 'node:util';

const wait = promisify(setTimeout);
${longest}
export async function both(a, b) {
  const pieces = Promise.all([a(), b()]);
  await wait(1);
  return pieces;
}
`,
  });
  expect(stderr).toBe('');
  expect(code).toBe(0);
});
