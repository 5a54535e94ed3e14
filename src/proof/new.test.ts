import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCourse, type Files, PROVEN, runCommand, writeFiles } from '../testing/miniature.ts';
import { readName } from './new/name.ts';

let course: ReturnType<typeof createCourse>;
beforeEach(() => {
  course = createCourse(PROVEN);
});
afterEach(() => course.remove());

const make = (...names: string[]) => runCommand(course.root, 'proof/new', ...names);
const read = (file: string) => readFileSync(join(course.root, file), 'utf8');

/** Every file of the course with its text. */
function everything(): Record<string, string> {
  const files = ['katas', 'solutions'].flatMap((half) =>
    readdirSync(join(course.root, half), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(course.root.length + 1)),
  );
  return Object.fromEntries(files.sort().map((file) => [file.replaceAll('\\', '/'), read(file)]));
}

test('makes a kata in a chapter of its own, and tells what and where', async () => {
  const before = everything();
  const { code, stdout, stderr } = await make('20-mine/1-time-limit');
  expect(stdout).toMatchInlineSnapshot(`
    "
      ✓ 1-time-limit is there: an example, proven as it stands, for you to replace.

      katas/20-mine/README.md              the lesson of a new chapter
      katas/20-mine/1-time-limit.ts        the stub
      katas/20-mine/1-time-limit.spec.ts   the spec
      solutions/20-mine/1-time-limit.ts    the reference
      solutions/20-mine/1-time-limit/      random scenes and attempts:
        scenes.ts
        right-by-hand.ts  right-settled.ts
        wrong-calls-twice.ts  wrong-order-of-arrival.ts  wrong-sequential.ts

      prove it  npm run prove -- 20-mine/1-time-limit
      how to    CONTRIBUTING.md

    "
  `);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const after = everything();
  expect(after).toMatchObject(before);
  const written = Object.keys(after).filter((file) => !(file in before));
  expect(written).toMatchInlineSnapshot(`
    [
      "katas/20-mine/1-time-limit.spec.ts",
      "katas/20-mine/1-time-limit.ts",
      "katas/20-mine/README.md",
      "solutions/20-mine/1-time-limit.ts",
      "solutions/20-mine/1-time-limit/right-by-hand.ts",
      "solutions/20-mine/1-time-limit/right-settled.ts",
      "solutions/20-mine/1-time-limit/scenes.ts",
      "solutions/20-mine/1-time-limit/wrong-calls-twice.ts",
      "solutions/20-mine/1-time-limit/wrong-order-of-arrival.ts",
      "solutions/20-mine/1-time-limit/wrong-sequential.ts",
    ]
  `);
  expect(read('katas/20-mine/1-time-limit.ts')).toMatchInlineSnapshot(`
    "type Io<T> = () => Promise<T>;

    /**
     * An example to replace: runs two pieces of work at the same time.
     *
     * - Starts both synchronously, each of them once.
     * - Fulfils with both results, in the order of the arguments, when the slower work ends.
     */
    export async function timeLimit<T>(a: Io<T>, b: Io<T>): Promise<T[]> {
      // TODO: start both, and return their results.
      throw new Error('TODO: write timeLimit() in katas/20-mine/1-time-limit.ts');
    }
    "
  `);
  expect(read('katas/20-mine/1-time-limit.spec.ts')).toMatchInlineSnapshot(`
    "import { expect, observe, test } from '#lab';
    import { timeLimit } from './1-time-limit.ts';

    /** An example to replace: 'a' takes 30 ms and 'b' 20; one after another they would take 50. */
    const scene = () =>
      observe(({ job }) => timeLimit(job('a', 30), job('b', 20)), {
        plan: { a: [0, 30], b: [0, 20] },
      });

    test('starts both synchronously, each of them once', async () => {
      expect(await scene()).toRunAsPlanned();
    });

    test('fulfils with both results, in the order of the arguments, when the slower work ends', async () => {
      const trace = await scene();
      expect(trace).toTake(30);
      expect(trace).toGive(['A', 'B']);
    });
    "
  `);
  expect(read('solutions/20-mine/1-time-limit/wrong-order-of-arrival.ts')).toMatchInlineSnapshot(`
    "// Puts the results into the list in the order of arrival.
    // Fails: fulfils with both results, in the order of the arguments, when the slower work ends
    // Says: The values are right, but in the order in which they arrived
    type Io<T> = () => Promise<T>;

    export async function timeLimit<T>(a: Io<T>, b: Io<T>): Promise<T[]> {
      const results: T[] = [];
      await Promise.all([a, b].map((work) => work().then((result) => results.push(result))));
      return results;
    }
    "
  `);
  expect(read('katas/20-mine/README.md')).toMatchInlineSnapshot(`
    "# 20 Mine

    An example to replace: what the chapter is about, in a sentence.

    The picture to keep: what one should see with closed eyes after it.

    ## 1-time-limit

    An example to replace: the story, in a few sentences, with the cook where the cook helps. What is to be
    written, and who wants it?

    \`\`\`text timeline
        a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        b ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          0                            20             30 ms
    \`\`\`

    What is to be seen in the picture, and what people take it for.

    **Python** What asyncio calls it, and where JavaScript differs.

    **For real work** What Node or npm has for it.

    **Not here** What is out of scope, and which kata has it.

    <details><summary>Hint 1: a question</summary>

    Which moment matters, and which code is running at that moment?

    </details>
    <details><summary>Hint 2: where to look</summary>

    The line, or the fact about a function, on which it turns.

    </details>
    <details><summary>Hint 3: the idea</summary>

    The way to do it, in words. Never the code.

    </details>

    ## What you know now

    - An example to replace: what is known now, a line each.

    Next, the chapter that follows, and why.
    "
  `);
});

test('what it makes is proven, and the stub fails each of its tests', async () => {
  await make('20-mine/1-time-limit');
  expect((await runCommand(course.root, 'proof/prove')).stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 2 tests, 3 wrong and 2 right attempts
    ✓ 20-mine/1-time-limit: 2 tests, 3 wrong and 2 right attempts

    All 2 katas are proven.
    "
  `);
  const played = await runCommand(course.root, 'proof/prove', '--random', 'time-limit');
  expect(played.stdout).toMatch(
    /^✓ 20-mine\/1-time-limit: 2 right attempts agree, 3 wrong noticed\n/,
  );
  const { stdout } = await runCommand(course.root, 'tutor/test', '1-time-limit');
  expect(stdout).toContain('0 of 2 tests pass');
});

test('notes its stub and its spec as those that the course ships, where the course does so', async () => {
  writeFiles(course.root, { 'katas/as-shipped.json': '{}' });
  await runCommand(course.root, 'proof/prove', '--write');
  const { stdout } = await make('20-mine/1-time-limit');
  expect(stdout).toContain('  katas/as-shipped.json                its entry\n');
  expect(Object.keys(JSON.parse(read('katas/as-shipped.json')))).toEqual([
    '01-proof/1-both',
    '20-mine/1-time-limit',
  ]);
  expect((await runCommand(course.root, 'proof/prove', '--all')).stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 2 tests, 3 wrong and 2 right attempts
    ✓ 20-mine/1-time-limit: 2 tests, 3 wrong and 2 right attempts

    All 2 katas are proven.
    "
  `);
});

test('puts the section of a kata where its number belongs', async () => {
  const lesson = 'katas/01-proof/README.md';
  writeFiles(course.root, {
    [lesson]: `${read(lesson)}\n## 4-later\n\nStory.\n\n## What you know now\n\n- All.\n`,
  });
  await make('01-proof/3-time-limit');
  await make('01-proof/12-last');
  const headings = read(lesson).match(/^## .*$/gm);
  expect(headings).toEqual([
    '## 1-both',
    '## 3-time-limit',
    '## 4-later',
    '## 12-last',
    '## What you know now',
  ]);
  expect(read(lesson)).toMatch(/- All\.\n$/);
  const { stdout } = await runCommand(course.root, 'proof/prove', 'time-limit', 'last');
  expect(stdout).toContain('All 2 katas are proven.');
});

test.each<[what: string, files: Files]>([
  ['a kata', {}],
  ['a reference', { 'solutions/01-proof/2-late.ts': 'mine' }],
  ['an attempt', { 'solutions/01-proof/2-late/right-by-hand.ts': 'mine' }],
  ['a section', { 'katas/01-proof/README.md': '# 01\n\n## 2-late\n\nMine.\n' }],
])('writes over nothing, and writes nothing, where there is %s', async (_what, files) => {
  writeFiles(course.root, files);
  const before = everything();
  const name = Object.keys(files).length > 0 ? '01-proof/2-late' : '01-proof/1-both';
  const { code, stdout, stderr } = await make(name);
  expect(stderr.replace(/\s+/g, ' ')).toContain('nothing is written over');
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(everything()).toEqual(before);
});

test('says what it expected, what it got, and an example', () => {
  const complaint = (...names: string[]) => {
    try {
      return readName(course.root, names);
    } catch (error) {
      return (error as Error).message;
    }
  };
  writeFiles(course.root, { 'katas/01-proof/2-late.spec.ts': '' });
  const complaints = [
    complaint(),
    complaint('20-mine/1-time-limit', '20-mine/2-retry'),
    complaint('1-time-limit'),
    complaint('katas/20-mine/1-time-limit.ts'),
    complaint('cancellation/1-time-limit'),
    complaint('20-mine/1-timeLimit'),
    complaint('01-proof/time-limit'),
    complaint('01-prove/1-time-limit'),
    complaint('01-proof/1-both'),
    complaint('01-proof/2-time-limit'),
    complaint('20-mine/1-await'),
    complaint('20-mine/1-then'),
    complaint('20-mine/1-observe'),
  ];
  expect(complaints.join('\n\n')).toMatchInlineSnapshot(`
    "Expected <chapter>/<number>-<name>; got nothing.
    Example: npm run new -- 20-mine/1-time-limit

    Expected one <chapter>/<number>-<name>; got 20-mine/1-time-limit and 20-mine/2-retry. One kata at a time, please.
    Example: npm run new -- 20-mine/1-time-limit

    Expected <chapter>/<number>-<name>; got 1-time-limit.
    Example: npm run new -- 20-mine/1-time-limit

    Expected <chapter>/<number>-<name>; got katas/20-mine/1-time-limit.ts.
    Example: npm run new -- 20-mine/1-time-limit

    Expected a chapter as 20-mine: two digits, then words in small letters, with hyphens; got cancellation.
    Example: npm run new -- 20-mine/1-time-limit

    Expected a kata as 1-time-limit: its number in the chapter, then words in small letters, with hyphens; got 1-timeLimit.
    Example: npm run new -- 20-mine/1-time-limit

    Expected a kata as 1-time-limit: its number in the chapter, then words in small letters, with hyphens; got time-limit.
    Example: npm run new -- 01-proof/3-time-limit

    Expected 01-proof, which is chapter 01; got 01-prove.
    Example: npm run new -- 01-proof/3-time-limit

    Expected a new kata; 01-proof/1-both is there already, and nothing is written over. The next free number is 3.
    Example: npm run new -- 01-proof/3-both

    Expected a free number; got 2, which is taken in 01-proof by 2-late. The next free number is 3.
    Example: npm run new -- 01-proof/3-time-limit

    Expected a name that can be a function's; got 1-await, and await has a meaning of its own in JavaScript.
    Example: npm run new -- 20-mine/1-time-limit

    Expected a name that can be a function's; got 1-then, and then has a meaning of its own in JavaScript.
    Example: npm run new -- 20-mine/1-time-limit

    Expected a name that can be a function's; got 1-observe, and observe has a meaning of its own in specs.
    Example: npm run new -- 20-mine/1-time-limit"
  `);
  expect(complaint('20-mine\\1-time-limit')).toEqual({
    chapter: '20-mine',
    name: '1-time-limit',
    function: 'timeLimit',
  });
});
