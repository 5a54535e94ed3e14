import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Kata, katasOf } from '../../course/katas.ts';
import { createCourse, DONE, type Files, PROVEN, runCommand } from '../../testing/miniature.ts';
import { excusesOf } from './excuses.ts';
import { instrumenter } from './instrument.ts';

/** The instrumenter's parser changes what all files of this process share, and other tests look for changes. */
const OF_ERRORS = ['prepareStackTrace', 'stackTraceLimit'] as const;
const asItWas = OF_ERRORS.map((name) => Object.getOwnPropertyDescriptor(Error, name));

afterAll(() => {
  for (const [i, name] of OF_ERRORS.entries()) {
    const before = asItWas[i];
    if (before) Object.defineProperty(Error, name, before);
    else Reflect.deleteProperty(Error, name);
  }
});

const SPEC = 'katas/01-proof/1-both.spec.ts';
const REFERENCE = 'solutions/01-proof/1-both.ts';
const ATTEMPTS = 'solutions/01-proof/1-both/';
const EXCUSES = `${ATTEMPTS}mutants.json`;

/** Nothing that may be changed, but the reference. */
const ONE: Files = Object.fromEntries(
  Object.entries(PROVEN).filter(([file]) => !file.startsWith(`${ATTEMPTS}right-`)),
);

async function proveMutants(changes: Files, ...flags: string[]) {
  const { root, remove } = createCourse({ ...ONE, ...changes });
  const ended = await runCommand(root, 'proof/prove', '--mutants', ...flags);
  remove();
  return ended;
}

const text = (file: string) => PROVEN[file] as string;

const AWAITING = `export async function both(a, b) {
  const results = await Promise.all([a(), b()]);
  results.reverse();
  return results.reverse();
}
`;

/** A spec that does not look at the times. */
const HOLE = {
  [REFERENCE]: AWAITING,
  [SPEC]: text(SPEC).replace('  expect(trace).toTake(30);\n', ''),
};

/** It returns what does not matter. */
const IDLE = {
  [REFERENCE]: `export const both = (a, b) => {
  const work = a();
  work.name = 'a';
  return Promise.all([work, b()]);
};
`,
};

const excuse = (mutants: string[], line = "work.name = 'a';") =>
  JSON.stringify([{ file: '1-both.ts', line, mutants, why: 'Nobody reads the name.' }]);

test('where a spec notices every change, it is green', async () => {
  const { code, stdout, stderr } = await proveMutants({});
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 4 mutants, 4 noticed

    Every mutant is noticed, or has an excuse.
    "
  `);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a spec with a hole is shown with the changes that it lets through', async () => {
  const { code, stdout, stderr } = await proveMutants(HOLE);
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 10 mutants, 9 noticed, 1 survived

    No test notices these changes:

    solutions/01-proof/1-both.ts:2
      const results = await Promise.all([a(), b()]);
        await Promise.all([a(), b()]) → 1 ms later

    1 mutant survived. Write a test that notices the change, or an excuse if no test
      can: CONTRIBUTING.md says how.
    "
  `);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

test('the same for programs', async () => {
  const { code, stdout, stderr } = await proveMutants(IDLE, '--json');
  expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
    {
      "katas": [
        {
          "excused": 0,
          "kata": "01-proof/1-both",
          "made": 7,
          "noticed": 5,
          "survived": 2,
          "survivors": [
            {
              "at": 3,
              "file": "1-both.ts",
              "line": "work.name = 'a';",
              "mutants": [
                "work.name = 'a'; → nothing",
                "'a' → """,
              ],
            },
          ],
          "untried": 0,
        },
      ],
      "ok": false,
      "tests": [],
    }
  `);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

test('a change that nobody can notice may have an excuse', async () => {
  const { code, stdout } = await proveMutants({
    ...IDLE,
    [EXCUSES]: excuse(["work.name = 'a'; → nothing", '\'a\' → ""']),
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 7 mutants, 5 noticed, 2 excused

    Every mutant is noticed, or has an excuse.
    "
  `);
  expect(code).toBe(0);
});

test('an excuse for what a test notices, or for what is not there, is told', async () => {
  const { code, stdout } = await proveMutants({
    [EXCUSES]: excuse(['a() → b()', '[a(), b()] → []'], text(REFERENCE).trim()),
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 4 mutants, 4 noticed

    solutions/01-proof/1-both/mutants.json excuses «a() → b()» of 1-both.ts, in
      «export const both = (a, b) => Promise.all([a(), b()]);», and no such mutant
      survives. Take it out.

    solutions/01-proof/1-both/mutants.json excuses «[a(), b()] → []» of 1-both.ts,
      in «export const both = (a, b) => Promise.all([a(), b()]);», and no such
      mutant survives. Take it out.

    2 problems.
    "
  `);
  expect(code).toBe(1);
});

test.each([
  ['no JSON', '[}'],
  ['no list', '{}'],
  ['no reason', JSON.stringify([{ file: '1-both.ts', line: 'x', mutants: ['x'] }])],
  ['the number of a line', excuse(['x']).replace('{', '{"at":3,')],
])('excuses with %s are told', (_, excuses) => {
  const { root, remove } = createCourse({ ...ONE, [EXCUSES]: excuses });
  const problems: string[] = [];
  const [kata] = katasOf(root);
  expect(excusesOf(root, kata as Kata, problems)).toEqual([]);
  remove();
  expect(problems).toEqual([
    `${EXCUSES} is not a list of excuses, each with file, line, mutants and why, and nothing else.`,
  ]);
});

test('a mutant that never ends is noticed, also while the file is loaded', async () => {
  const { code, stdout } = await proveMutants({
    [REFERENCE]: `let text = '';
while (text.length < 3) text += 'a';

export async function both(a, b) {
  const running = [];
  for (let i = 0; i < 2; i++) running.push([a, b][i]());
  if (text === 'aaa') return await Promise.all(running);
}
`,
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 27 mutants, 25 noticed, 2 survived

    No test notices these changes:

    solutions/01-proof/1-both.ts:7
      if (text === 'aaa') return await Promise.all(running);
        text === 'aaa' → true
        await Promise.all(running) → Promise.all(running)

    2 mutants survived. Write a test that notices the change, or an excuse if no
      test can: CONTRIBUTING.md says how.
    "
  `);
  expect(code).toBe(1);
});

test('a file that ends the process without a word is not tried, and the others are', async () => {
  const { code, stdout } = await proveMutants({
    [`${ATTEMPTS}right-dies.ts`]: `// Dies if it is changed.
import { kill } from 'node:process';

const dies = false;
if (dies) kill(process.pid, 'SIGKILL');
${DONE}`,
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 14 mutants, 4 noticed, 10 not tried

    solutions/01-proof/1-both/right-dies.ts: it could not be run with its mutants:
      The process died: Node ended while this kata was running, and did not say why.
      Most often it has no memory left: what in your code keeps growing?

    1 problem.
    "
  `);
  expect(code).toBe(1);
});

test('a file whose process dies once is tried again: the machine may have been busy', async () => {
  const { code, stdout } = await proveMutants({
    [`${ATTEMPTS}right-dies-once.ts`]: `// Dies the first time.\nimport 'dies-once';\n${DONE}`,
    'node_modules/dies-once/package.json': JSON.stringify({ name: 'dies-once', main: 'index.js' }),
    'node_modules/dies-once/index.js': `const { existsSync, writeFileSync } = require('node:fs');
const { kill } = process;
const seen = __dirname + '/seen';
if (!existsSync(seen)) {
  writeFileSync(seen, '');
  kill(process.pid, 'SIGKILL');
}
`,
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 8 mutants, 8 noticed

    Every mutant is noticed, or has an excuse.
    "
  `);
  expect(code).toBe(0);
});

test('a file that does too much in a test is told apart from one that fails it', async () => {
  const { code, stdout } = await proveMutants({
    [REFERENCE]: `export async function both(a, b) {
  for (let i = 0; i < 100_001; i++) {}
  return await Promise.all([a(), b()]);
}
`,
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 13 mutants, 0 noticed, 13 not tried

    solutions/01-proof/1-both.ts: it does too much in «runs both at the same time»
      without any mutant. It asks more than 100000 times which mutant is active.
      Make the attempt or the scenes smaller.

    1 problem.
    "
  `);
  expect(code).toBe(1);
});

test('what is missing or cannot be read is told, and the rest is tried', async () => {
  const { code, stdout } = await proveMutants({
    [`${ATTEMPTS}right-broken.ts`]: '// Unfinished.\nexport const both = (',
    'katas/01-proof/2-none.spec.ts': text(SPEC),
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 4 mutants, 4 noticed
    ✓ 01-proof/2-none: 0 mutants, 0 noticed

    solutions/01-proof/1-both/right-broken.ts cannot be read: Unexpected token
      (2:21)

    solutions/01-proof/2-none.ts is missing.

    2 problems.
    "
  `);
  expect(code).toBe(1);
});

test('a package is loaded after the spec, as without any change, and finds the process as the lab has it', async () => {
  const { code, stdout } = await proveMutants({
    [REFERENCE]: `import { onExit } from 'signal-exit';
export async function both(a, b) {
  onExit(a)();
  return await Promise.all([a(), b()]);
}
`,
  });
  expect(stdout).not.toContain('not tried');
  expect(stdout).not.toContain('without any');
  expect(code).toBe(1);
});

test('what fails without any change is told', async () => {
  const { code, stdout } = await proveMutants({
    [REFERENCE]: 'export const both = async (a, b) => [await a(), await b()];\n',
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 10 mutants, 0 noticed, 10 not tried

    solutions/01-proof/1-both.ts: it fails «runs both at the same time» without any
      mutant.

    1 problem.
    "
  `);
  expect(code).toBe(1);
});

test('nothing is written', async () => {
  const { code, stderr } = await proveMutants({}, '--write');
  expect(stderr).toBe('--mutants comes alone; got --write as well.\n');
  expect(code).toBe(2);
});

/** What would be changed of an answer, where the stub is this. */
async function changesOf(answer: string, stub = ''): Promise<string[]> {
  const { root, remove } = createCourse({ 'answer.ts': answer, 'stub.ts': stub });
  const instrument = await instrumenter();
  const { mutants } = await instrument(join(root, 'answer.ts'), join(root, 'stub.ts'));
  remove();
  return mutants.map(({ change }) => change);
}

test('the changes are about waiting, beside those that the instrumenter knows', async () => {
  const answer = `export async function read(f: () => Promise<string>, signal: AbortSignal) {
  const all = new Set(await Promise.all([f(), f()]));
  const first = (await f()) ?? 'none';
  setTimeout(f, 0);
  f().then(() => 1, console.error).catch(console.error);
  if (signal.aborted) throw new Error('aborted');
  return first;
}
`;
  expect(await changesOf(answer)).toMatchInlineSnapshot(`
    [
      "{ const all = new Set(await Promise.all([f(), f()])); const …ow new Error('aborted'); return first; } → {}",
      "new Set(await Promise.all([f(), f()])) → new Set()",
      "new Set(await Promise.all([f(), f()])) → await Promise.all([f(), f()])",
      "await Promise.all([f(), f()]) → Promise.all([f(), f()])",
      "await Promise.all([f(), f()]) → 1 ms later",
      "Promise.all([f(), f()]) → Promise.all()",
      "Promise.all([f(), f()]) → Promise.allSettled([f(), f()])",
      "[f(), f()] → []",
      "(await f()) ?? 'none' → (await f()) && 'none'",
      "(await f()) ?? 'none' → (await f()) || 'none'",
      "await f() → f()",
      "await f() → 1 ms later",
      "await f() → another error with the same message",
      "await f() → (await f()) || undefined",
      "'none' → """,
      "setTimeout(f, 0); → nothing",
      "f().then(() => 1, console.error).catch(console.error); → nothing",
      "f().then(() => 1, console.error).catch(console.error) → f().then(() => 1, console.error)",
      "f().then(() => 1, console.error) → f().then(() => 1)",
      "f().then(() => 1, console.error) → f().then(undefined, console.error)",
      "f().then(() => 1, console.error) → f().then(() => 1).catch(console.error)",
      "() => 1 → () => undefined",
      "1 → 2",
      "signal.aborted → true",
      "signal.aborted → false",
      "throw new Error('aborted'); → nothing",
      "return first; → return;",
    ]
  `);
});

test('what the stub has as well, and the text of an error that it does not have, stays', async () => {
  const given = "export function program(log: (line: string) => void) {\n  log('given');\n}\n";
  const answer = `${given}export function f(n: number): never {
  throw n > 0 ? new Error('asked') : new DOMException('free', 'asked');
}
`;
  expect(await changesOf(answer, `${given}// Throws 'asked'.`)).toMatchInlineSnapshot(`
    [
      "{ throw n > 0 ? new Error('asked') : new DOMException('free', 'asked'); } → {}",
      "throw n > 0 ? new Error('asked') : new DOMException('free', 'asked'); → nothing",
      "n > 0 → true",
      "n > 0 → false",
      "n > 0 → n >= 0",
      "n > 0 → n <= 0",
      "0 → 1",
      "'asked' → """,
      "new DOMException('free', 'asked') → new DOMException('free')",
      "'asked' → """,
    ]
  `);
});
