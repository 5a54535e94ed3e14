import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createCourse,
  FAILING,
  PROVEN,
  runCommand,
  THREADS,
  writeFiles,
} from '../testing/miniature.ts';
import { diffLines } from '../text/diff.ts';
import { diffArguments, findEditor, splitCommand } from './own/editor.ts';

const FILE = 'katas/01-proof/1-both.ts';
const OTHER = `export function both(a, b) {
  const work = [a(), b()];
  return Promise.all(work);
}
`;

let course: ReturnType<typeof createCourse>;
const compare = (...args: string[]) => runCommand(course.root, 'tutor/compare', ...args);

beforeEach(() => {
  course = createCourse({
    ...PROVEN,
    [FILE]: OTHER,
    'solutions/01-proof/1-both/wrong-swapped.ts': `// The results come in the order in which they were asked for, and not in the order in which they came.\n`,
  });
});

afterEach(() => {
  vi.unstubAllEnvs();
  course.remove();
});

test('npm run compare shows both, their timelines, and what others write', async () => {
  const { code, stdout, stderr } = await compare();
  expect(stdout).toMatchInlineSnapshot(`
    "
      - yours      katas/01-proof/1-both.ts
      + reference  solutions/01-proof/1-both.ts

      - export function both(a, b) {
      -   const work = [a(), b()];
      -   return Promise.all(work);
      - }
      + export const both = (a, b) => Promise.all([a(), b()]);

      runs both at the same time

      yours and the reference, both
        a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        b ━━━━━━━━━━━━━━━
          0              10                           30 ms

      Other right answers, in solutions/01-proof/1-both

      right-handles.ts  Both are called first, and awaited then.
      right-settled.ts  With allSettled.

      Mistakes that people make

      order       Returns the last result first.
      promises    Takes a promise for its result.
      sequential  Awaits the first before it calls the second.
      swapped     The results come in the order in which they were asked for, and
                  not in the order in which they came.

    "
  `);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('of many mistakes it shows one for each test, and all of them if asked', async () => {
  const mistake = (i: number, ...fails: string[]) => [
    `solutions/01-proof/1-both/wrong-${i}.ts`,
    [`// Mistake ${i}, which`, '// takes two lines.', ...fails.map((title) => `// Fails: ${title}`)]
      .join('\n')
      .concat('\n'),
  ];
  const first = Array.from({ length: 14 }, (_, i) => mistake(10 + i, 'first', 'second', 'third'));
  const others = [
    mistake(30, 'first', 'second'),
    mistake(31, 'second'),
    mistake(32, 'third'),
    mistake(33, 'second', 'never first'),
  ];
  writeFiles(course.root, Object.fromEntries([...first, ...others]));
  const shown = (text: string) => text.slice(text.indexOf('  Mistakes'));
  const few = shown((await compare('both')).stdout);
  expect(few).toContain('Mistakes that people make, one for each test\n');
  expect(few.match(/Mistake \d+, which takes two lines\./g)).toEqual([
    'Mistake 30, which takes two lines.',
    'Mistake 31, which takes two lines.',
    'Mistake 32, which takes two lines.',
    'Mistake 33, which takes two lines.',
  ]);
  expect(few).toMatch(/\n {2}\d+ more mistakes: npm run compare 1-both all\n/);
  const all = shown((await compare('both', 'all')).stdout);
  expect(all).toContain('Mistake 23, which takes two lines.');
  expect(all).not.toContain('more mistakes');
});

test('a contract that was taken out of the file is no difference', async () => {
  const contract = '/**\n * Calls both.\n *\n * - At the same time.\n */\n';
  const reference = PROVEN['solutions/01-proof/1-both.ts'] as string;
  writeFiles(course.root, {
    'solutions/01-proof/1-both.ts': contract + reference,
    [FILE]: reference,
  });
  expect((await compare('both')).stdout).toContain('They are the same, line by line.');
  writeFiles(course.root, { [FILE]: contract.replace('Calls', 'Starts') + reference });
  expect((await compare('both')).stdout).toContain('-  * Starts both.');
});

test('what is the same is said to be', async () => {
  writeFiles(course.root, { [FILE]: PROVEN['solutions/01-proof/1-both.ts'] as string });
  expect((await compare('both')).stdout).toContain('They are the same, line by line.');
});

test('of all scenarios it shows one in which they differ', async () => {
  writeFiles(course.root, {
    'katas/01-proof/1-both.spec.ts': `import { expect, observe, test } from '#lab';
import { both } from './1-both.ts';

test('takes what is there at once', async () => {
  expect(await observe(({ job }) => both(async () => 'A', job('b', 10)))).toTake(10);
});

test('runs both at the same time', async () => {
  expect(await observe(({ job }) => both(job('a', 30), job('b', 10)))).toTake(30);
});
`,
    [FILE]: FAILING,
  });
  const { stdout } = await compare('both', '--anyway');
  expect(stdout.match(/^ {2}(runs|takes|yours|reference).*/gm)).toEqual([
    '  runs both at the same time',
    '  yours',
    '  reference',
  ]);
});

test('of threads it shows the steps of both, and in how many ways they can come', async () => {
  writeFiles(course.root, {
    'katas/02-threads/1-count.spec.ts': THREADS.spec,
    'katas/02-threads/1-count.ts': THREADS.wrong,
    'solutions/02-threads/1-count.ts': THREADS.right,
  });
  const { stdout } = await compare('1-count', 'anyway');
  expect(stdout.slice(stdout.indexOf('  loses none'))).toMatchInlineSnapshot(`
    "  loses none

      yours
      the interleaving of the failure

            A                         B              count
                                                     0
         1  read count: 0                            0
         2                            read count: 0  0
         3                            write count 1  1
         4  write count 1                            1

      reference
      one of 2 interleavings: the threads take turns

            A                         B                   count
                                                          0
         1  add count 1: was 0                            1
         2                            add count 1: was 1  2

    "
  `);
});

test('before a kata is done nothing is shown, unless somebody insists', async () => {
  writeFiles(course.root, { [FILE]: FAILING });
  expect(await compare('both')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "1-both is not done yet, and the comparison shows the answer. To see it anyway:

      npm run compare 1-both anyway
    ",
      "stdout": "",
    }
  `);
  expect(await compare()).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "No kata is done yet, so there is nothing to compare.
    ",
      "stdout": "",
    }
  `);
  const { code, stdout } = await compare('both', '--anyway');
  expect(stdout.split('Other right')[0]).toMatchInlineSnapshot(`
    "
      - yours      katas/01-proof/1-both.ts
      + reference  solutions/01-proof/1-both.ts

      - export async function both(a, b) {
      -   const first = await a();
      -   return [first, await b()];
      - }
      + export const both = (a, b) => Promise.all([a(), b()]);

      runs both at the same time

      yours
        a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        b                                  ━━━━━━━━━━━
          0                                30         40 ms

      reference
        a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        b ━━━━━━━━━━━━━━━
          0              10                           30 ms

      "
  `);
  expect(code).toBe(0);
});

test('a kata that is gone or broken is compared as well', async () => {
  writeFiles(course.root, { [FILE]: 'export const both = (' });
  expect((await compare('both', '--anyway')).stdout).toContain('- export const both = (');
  rmSync(join(course.root, FILE));
  expect((await compare('both', '--anyway')).stdout).toContain('+ export const both');
});

test('an editor that we cannot ask for a comparison is told with the files', async () => {
  vi.stubEnv('VISUAL', 'nano -w');
  expect(await compare('both', '--editor')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "How nano compares two files is not known here; the files are
    katas/01-proof/1-both.ts and solutions/01-proof/1-both.ts.
    ",
      "stdout": "",
    }
  `);
  vi.stubEnv('VISUAL', '/nowhere/vim');
  expect(await compare('both', '--editor')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "$VISUAL is /nowhere/vim, which cannot be started.
    ",
      "stdout": "",
    }
  `);
  vi.stubEnv('VISUAL', '');
  vi.stubEnv('EDITOR', '');
  vi.stubEnv('PATH', '');
  expect(await compare('both', '--editor')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "No editor was found: set VISUAL to the command that starts yours.
    ",
      "stdout": "",
    }
  `);
});

test('editors are known by their names', () => {
  const ask = (program: string) => diffArguments({ from: '$EDITOR', program, args: [] }, 'a', 'b');
  expect(ask('/usr/bin/code')).toEqual(['--diff', 'a', 'b']);
  expect(ask('C:\\Program Files\\bin\\code.cmd')).toEqual(['--diff', 'a', 'b']);
  expect(ask('nvim')).toEqual(['-d', 'a', 'b']);
  expect(ask('webstorm64.exe')).toEqual(['diff', 'a', 'b']);
  expect(ask('nano')).toBeUndefined();
  expect(splitCommand('"/opt/my editor" -n')).toEqual({ program: '/opt/my editor', args: ['-n'] });
  expect(splitCommand(process.execPath)).toEqual({ program: process.execPath, args: [] });
  expect(findEditor({ VISUAL: 'vim', EDITOR: 'nano' })?.program).toBe('vim');
  expect(findEditor({ EDITOR: 'nano', PATH: '' })?.from).toBe('$EDITOR');
  expect(findEditor({ PATH: '' })).toBeUndefined();
  // What npm sets by itself is nobody's choice; the same in VISUAL is.
  const npm = { npm_lifecycle_event: 'open', PATH: '' };
  expect(findEditor({ ...npm, EDITOR: 'vi' })).toBeUndefined();
  expect(findEditor({ ...npm, EDITOR: 'C:\\WINDOWS\\notepad.exe' })).toBeUndefined();
  expect(findEditor({ ...npm, EDITOR: 'vi', VISUAL: 'vi' })?.program).toBe('vi');
  expect(findEditor({ ...npm, EDITOR: 'vim' })?.program).toBe('vim');
});

test('a diff has the fewest changes, whatever ends a line', () => {
  const signs = (a: string, b: string) => diffLines(a, b).map(({ sign, text }) => sign + text);
  expect(signs('a\nb\nc\n', 'a\nx\nc\n')).toEqual([' a', '-b', '+x', ' c']);
  expect(signs('a\r\nb\r\n', 'a\nb')).toEqual([' a', ' b']);
  expect(signs('', 'a\n')).toEqual(['+a']);
  expect(signs('a\n', '')).toEqual(['-a']);
  expect(signs('a\nb\na\n', 'b\na\nc\n')).toEqual(['-a', ' b', ' a', '+c']);
});
