import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCourse, FATES, runCommand, THREADS, writeFiles } from '../testing/miniature.ts';

const { root, remove } = createCourse(FATES);
afterAll(remove);
const trace = (...args: string[]) => runCommand(root, 'tutor/trace', ...args);
const read = (file: string) => readFileSync(join(root, '.learn-async/traces', file), 'utf8');

interface Written {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly ts: number;
  readonly args: { readonly name: string };
}

/** The events of each process, in the order of the tests. */
function processesIn(file: string): { name: string; slices: string[] }[] {
  const { traceEvents } = JSON.parse(read(file)) as { traceEvents: Written[] };
  return traceEvents
    .filter(({ name }) => name === 'process_name')
    .map(({ pid, args }) => ({
      name: args.name,
      slices: traceEvents
        .filter((event) => event.pid === pid && event.ph === 'X')
        .map(({ name, ts }) => `${ts} µs: ${name}`),
    }));
}

test('npm run trace writes the kata at hand for Perfetto and for browsers, and says where', async () => {
  const { code, stdout, stderr } = await trace();
  expect(stdout).toMatchInlineSnapshot(`
    "
      The timelines of the 2 tests of 2-failing are in two files:

      .learn-async/traces/01-fates/2-failing.json
        For Perfetto: open https://ui.perfetto.dev and drop the file on the page.
        Your browser reads it, and sends it nowhere. Each test is a process there;
        open it to see each piece of work, and what was expected.

      .learn-async/traces/01-fates/2-failing.svg
        For any browser, and to show to others.

    "
  `);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(processesIn('01-fates/2-failing.json')).toMatchInlineSnapshot(`
    [
      {
        "name": "✗ runs both at the same time",
        "slices": [
          "0 µs: fulfils with [ 'A', 'B' ]",
          "0 µs: a",
          "30000 µs: b",
          "0 µs: a",
          "0 µs: b",
        ],
      },
      {
        "name": "✓ gives both results",
        "slices": [
          "0 µs: fulfils with [ 'A', 'B' ]",
          "0 µs: a",
          "30000 µs: b",
          "0 µs: a",
          "0 µs: b",
        ],
      },
    ]
  `);
  const svg = read('01-fates/2-failing.svg');
  expect(svg).toMatch(/^<svg .*<\/svg>$/s);
  expect(svg).toMatch(/✗ runs both.*yours.*to reach<.*✓ gives both.*yours.*to reach</);
});

test('a kata that is done has its trace too', async () => {
  expect((await trace('done')).code).toBe(0);
  const names = processesIn('01-fates/1-done.json').map(({ name }) => name);
  expect(names).toEqual(['✓ runs both at the same time', '✓ gives both results']);
  expect(read('01-fates/1-done.svg')).toContain('to reach: the same');
});

test('of a test with several scenes it is the run that failed', async () => {
  const spec = `import { expect, observe, test } from '#lab';
import { run } from './1-late.ts';
const scene = (name, takes) => observe(({ job }) => run(job(name, takes)));
test('is in time', async () => {
  expect(await scene('a', 10)).toTake(10);
  expect(await scene('b', 20)).toTake(20);
  expect(await scene('c', 30)).toTake(30);
});
test('gives it', async () => {
  expect(await scene('a', 10)).toGive('A');
  expect(await scene('b', 20)).toGive('B');
});
`;
  // Takes b twice, and forgets a timer with it.
  const stub = `export async function run(work) {
  const result = await work();
  if (result === 'B') setTimeout(() => {}, 1000);
  return result === 'B' ? work() : result;
}
`;
  const course = createCourse({ 'katas/01-a/1-late.spec.ts': spec, 'katas/01-a/1-late.ts': stub });
  await runCommand(course.root, 'tutor/trace', 'late');
  const file = join(course.root, '.learn-async/traces/01-a/1-late.svg');
  const [, inTime, given] = readFileSync(file, 'utf8').split(/[✗✓] /);
  course.remove();
  expect(inTime).toContain('40 ms');
  expect(given).toContain('40 ms');
});

test('of threads it is the steps, and what was in the memory', async () => {
  const stub = 'katas/03-threads/1-count.ts';
  writeFiles(root, {
    'katas/03-threads/1-count.spec.ts': THREADS.spec,
    [stub]: THREADS.wrong,
  });
  const { stdout } = await trace('1-count');
  expect(stdout).toMatchInlineSnapshot(`
    "
      The timelines of 1 of the 2 tests of 1-count are in two files:

      .learn-async/traces/03-threads/1-count.json
        For Perfetto: open https://ui.perfetto.dev and drop the file on the page.
        Your browser reads it, and sends it nowhere. Each test is a process there;
        open it to see the steps of each thread, each drawn as 1 ms, and a curve for
        each cell of the memory.

      .learn-async/traces/03-threads/1-count.svg
        For any browser, and to show to others.

    "
  `);
  const { traceEvents } = JSON.parse(read('03-threads/1-count.json')) as {
    traceEvents: (Written & { tid: number; args?: { value?: number } })[];
  };
  expect(
    traceEvents.map(({ ph, ts, tid, name, args }) =>
      `${tid} ${ph} ${ts ?? ''} ${name} ${args?.value ?? args?.name ?? ''}`.trim(),
    ),
  ).toMatchInlineSnapshot(`
    [
      "1000 M  process_name ✗ loses none",
      "1001 M  thread_name A",
      "1002 M  thread_name B",
      "1001 X 0 read count: 0",
      "1002 X 1000 read count: 0",
      "1002 X 2000 write count 1",
      "1001 X 3000 write count 1",
      "1000 C 0 count 0",
      "1000 C 3000 count 1",
    ]
  `);
  expect(linesIn('03-threads/1-count.svg')).toMatchInlineSnapshot(`
    [
      "✗ loses none",
      "the interleaving of the failure",
      "        A                         B              count",
      "                                                 0",
      "     1  read count: 0                            0",
      "     2                            read count: 0  0",
      "     3                            write count 1  1",
      "     4  write count 1                            1",
    ]
  `);
  writeFiles(root, { [stub]: THREADS.right });
  await trace('1-count');
  expect(linesIn('03-threads/1-count.svg')).toMatchInlineSnapshot(`
    [
      "✓ loses none",
      "one of 2 interleavings: the threads take turns",
      "        A                         B                   count",
      "                                                      0",
      "     1  add count 1: was 0                            1",
      "     2                            add count 1: was 1  2",
    ]
  `);
});

test('of all endings it is an interleaving for each', async () => {
  writeFiles(root, {
    'katas/03-threads/2-ends.spec.ts': `import { expect, interleave, test } from '#lab';
import { ends } from './2-ends.ts';
const scene = {
  cells: ['x'],
  threads: {
    A: (_, memory) => { Atomics.store(memory, 0, 1); },
    B: (_, memory) => { Atomics.store(memory, 0, 2); },
  },
};
test('all ends', async () => {
  expect(await interleave({}, scene)).toHaveOutcomes(ends, ({ x }) => 'x is ' + x);
});
`,
    'katas/03-threads/2-ends.ts': `export const ends = ['x is 1', 'x is 2'];
`,
  });
  await trace('2-ends');
  expect(linesIn('03-threads/2-ends.svg')).toMatchInlineSnapshot(`
    [
      "✓ all ends",
      "'x is 1': in 1 of 2 interleavings",
      "        A                         B          x",
      "                                             0",
      "     1                            store x 2  2",
      "     2  store x 1                            1",
      "'x is 2': in 1 of 2 interleavings",
      "        A                         B          x",
      "                                             0",
      "     1  store x 1                            1",
      "     2                            store x 2  2",
    ]
  `);
  const { traceEvents } = JSON.parse(read('03-threads/2-ends.json')) as { traceEvents: Written[] };
  expect(traceEvents.map(({ name, args }) => args?.name ?? name)).toMatchInlineSnapshot(`
    [
      "✓ all ends",
      "'x is 1': in 1 of 2 interleavings: A",
      "'x is 1': in 1 of 2 interleavings: B",
      "store x 2",
      "store x 1",
      "'x is 1': in 1 of 2 interleavings: x",
      "'x is 1': in 1 of 2 interleavings: x",
      "'x is 1': in 1 of 2 interleavings: x",
      "'x is 2': in 1 of 2 interleavings: A",
      "'x is 2': in 1 of 2 interleavings: B",
      "store x 1",
      "store x 2",
      "'x is 2': in 1 of 2 interleavings: x",
      "'x is 2': in 1 of 2 interleavings: x",
      "'x is 2': in 1 of 2 interleavings: x",
    ]
  `);
});

/** The words of a picture. */
const linesIn = (file: string) =>
  [...read(file).matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words);

test('where nothing ran it is told why', async () => {
  expect(await trace('untouched')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "You have not written anything in katas/01-fates/3-untouched.ts yet, so there is
    no run to trace. Replace its TODO with your code, or name another kata.
    ",
      "stdout": "",
    }
  `);
  expect(await trace('syntax')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "katas/02-broken/1-syntax.ts is not valid TypeScript, so none of it was run:

    Transform failed with 1 error:

    [PARSE_ERROR] Expected \`)\` but found \`EOF\`
       ╭─[ katas/02-broken/1-syntax.ts:1:22 ]
       │
     1 │ export const both = (
       │                      │ 
       │                      ╰─ \`)\` expected
    ───╯
    ",
      "stdout": "",
    }
  `);
  expect(await trace('no-export')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "No test of 2-no-export started any work, so there is nothing to trace. The first
    failure says:

    The kata's file exports no function named 'both'.

    Keep the name, and the word 'export' before it without 'default', as in the
    stub: export … both.
    ",
      "stdout": "",
    }
  `);
  expect((await trace('gone')).stderr).toContain('npm run reset 3-gone');
  expect(existsSync(join(root, '.learn-async/traces/02-broken'))).toBe(false);
});

test('a name is found as in the other commands', async () => {
  expect(await trace('faling')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'No kata is called faling. Did you mean failing?\n',
  });
  expect((await trace('done', 'failing')).stderr).toContain('One kata at a time, please');
});

test('tests of which nothing can be drawn are left out, and counted', async () => {
  const spec = `import { expect, observe, test } from '#lab';
import { run } from './1-two.ts';
test('runs', async () => expect(await observe(({ job }) => run(job('a', 5)))).toTake(5));
test('gives', async () => expect(await observe(() => run(() => 1))).toGive(1));
`;
  writeFiles(root, {
    'katas/03-two/1-two.spec.ts': spec,
    'katas/03-two/1-two.ts': 'export const run = (f) => f();\n',
  });
  expect((await trace('two')).stdout).toContain('The timelines of 1 of the 2 tests of 1-two are');
});
