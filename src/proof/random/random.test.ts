import { expect, test } from 'vitest';
import { createCourse, DONE, type Files, PROVEN, runCommand } from '../../testing/miniature.ts';

const ATTEMPTS = 'solutions/01-proof/1-both/';
const SCENES = `${ATTEMPTS}scenes.ts`;

/** @param kinds of the work that `both` gets */
const scenesOf = (kinds: string, more = '') => `import { fc, scenes, work } from '#scenes';

scenes(import.meta.dirname, {
  ${more}
  input: fc.tuple(work(${kinds}), work(${kinds})),
  call: ({ both }, [a, b], tools) =>
    tools.settles(() => both(tools.op(tools.name(0), a), tools.op(tools.name(1), b))),
});
`;

const FULFILLING = scenesOf("{ rejects: 'never' }");

/** Proves the proven kata by random scenes, beside these files. */
async function playWith(changes: Files, ...flags: string[]) {
  const { root, remove } = createCourse({ ...PROVEN, [SCENES]: FULFILLING, ...changes });
  const ended = await runCommand(root, 'proof/prove', '--random', ...flags);
  remove();
  return ended;
}

test('where right attempts agree and wrong ones differ, it is green', async () => {
  const { code, stdout, stderr } = await playWith({});
  expect(stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 2 right attempts agree, 3 wrong noticed

    No two right answers differ, and every wrong one does, or has an excuse. 400
      scenes for each attempt, of seed 1.
    "
  `);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a right attempt that differs is shown in its smallest scene, which the seed brings again', async () => {
  const changes = { [SCENES]: scenesOf('') };
  const { code, stdout, stderr } = await playWith(changes, '--seed', '7');
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 0 right attempts agree, 2 not, 3 wrong noticed

    01-proof/1-both: right-handles differs from the reference in this scene:
      [{"at":0,"input":[{"takes":1,"fails":true},{"takes":1,"fails":true}]}]
      Only right-handles:
        1 ms: unhandled: the error of 'b'
      Again: npm run prove -- --random 01-proof/1-both --runs 400 --seed 7

    01-proof/1-both: right-settled differs from the reference in this scene:
      [{"at":0,"input":[{"takes":1},{"takes":1,"fails":true}]}]
      Only the reference:
        1 ms: the call rejects with the error of 'b'
      Only right-settled:
        1 ms: the call fulfils with ['A', undefined]
      Again: npm run prove -- --random 01-proof/1-both --runs 400 --seed 7

    2 right attempts differ from the reference: is the contract silent?
      CONTRIBUTING.md says what to do. 400 scenes for each attempt, of seed 7.
    "
  `);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const [, ...flags] = /--random (.*)/.exec(stdout)?.[1]?.split(' ') ?? [];
  expect(flags).toContain('--seed');
  expect((await playWith(changes, ...flags)).stdout).toBe(stdout);
  expect((await playWith(changes)).stdout).not.toBe(stdout);
});

test('a wrong attempt that never differs is not wrong, unless the scenes say why', async () => {
  const nothing = { [`${ATTEMPTS}wrong-nothing.ts`]: DONE };
  const { code, stdout } = await playWith(nothing, '--runs', '50');
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 2 right attempts agree, 3 wrong noticed, 1 never differ

    01-proof/1-both: wrong-nothing never differs from the reference in 50 scenes.
      What is wrong shows in a scene; if none can show it,
      solutions/01-proof/1-both/scenes.ts has to say why.

    1 problem. 50 scenes for each attempt, of seed 1.
    "
  `);
  expect(code).toBe(1);

  const excuse = "excuses: { 'wrong-nothing': 'It is only here for a test.' },";
  const excused = await playWith({
    ...nothing,
    [SCENES]: scenesOf("{ rejects: 'never' }", excuse),
  });
  expect(excused.stdout).toMatchInlineSnapshot(`
    "✓ 01-proof/1-both: 2 right attempts agree, 3 wrong noticed, 1 excused
        wrong-nothing: It is only here for a test.

    No two right answers differ, and every wrong one does, or has an excuse. 400
      scenes for each attempt, of seed 1.
    "
  `);
  expect(excused.code).toBe(0);
});

test('an excuse that is not needed is an error', async () => {
  const excuses = `excuses: {
    'wrong-order': 'It cannot be seen.',
    'right-settled': 'It is right.',
    'wrong-and-gone': 'It was here.',
  },`;
  const { code, stdout } = await playWith({
    [SCENES]: scenesOf("{ rejects: 'never' }", excuses),
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 2 right attempts agree, 3 wrong noticed

    solutions/01-proof/1-both/scenes.ts excuses right-settled, which needs no
      excuse. Take it out.

    solutions/01-proof/1-both/scenes.ts excuses wrong-order, which needs no excuse.
      Take it out.

    solutions/01-proof/1-both/scenes.ts excuses wrong-and-gone, and there is no such
      attempt. Take it out.

    3 problems. 400 scenes for each attempt, of seed 1.
    "
  `);
  expect(code).toBe(1);
});

test('a scene that fails by itself is told', async () => {
  const broken = FULFILLING.replace('tools.settles(', 'tools.settle(');
  const { code, stdout } = await playWith({ [SCENES]: broken });
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 0 right attempts agree, 0 wrong noticed

    01-proof/1-both: right-handles could not be compared: with the reference, the
      scene itself fails with a new TypeError:
      [{__proto__:null,"at":0,"input":[{"takes":53,"fulfils":undefined},{"takes":13,"fulfils":"pending"}]}]

    01-proof/1-both: right-settled could not be compared: with the reference, the
      scene itself fails with a new TypeError:
      [{__proto__:null,"at":0,"input":[{"takes":53,"fulfils":undefined},{"takes":13,"fulfils":"pending"}]}]

    01-proof/1-both: wrong-order could not be compared: with the reference, the
      scene itself fails with a new TypeError:
      [{__proto__:null,"at":0,"input":[{"takes":53,"fulfils":undefined},{"takes":13,"fulfils":"pending"}]}]

    01-proof/1-both: wrong-promises could not be compared: with the reference, the
      scene itself fails with a new TypeError:
      [{__proto__:null,"at":0,"input":[{"takes":53,"fulfils":undefined},{"takes":13,"fulfils":"pending"}]}]

    01-proof/1-both: wrong-sequential could not be compared: with the reference, the
      scene itself fails with a new TypeError:
      [{__proto__:null,"at":0,"input":[{"takes":53,"fulfils":undefined},{"takes":13,"fulfils":"pending"}]}]

    5 problems. 400 scenes for each attempt, of seed 1.
    "
  `);
  expect(code).toBe(1);
});

test('attempts that never end, block the thread or end the process hold up no other', async () => {
  const { code, stdout } = await playWith({
    [`${ATTEMPTS}wrong-a-loop.ts`]: 'export const both = () => { for (;;); };\n',
    [`${ATTEMPTS}wrong-b-timers.ts`]:
      'export const both = () => new Promise(() => setInterval(() => {}, 1));\n',
    [`${ATTEMPTS}wrong-c-memory.ts`]:
      'export const both = async () => { for (const all = [];;) all.push(Array(1e6).fill(all)); };\n',
    [`${ATTEMPTS}wrong-d-never.ts`]: 'export const both = () => new Promise(() => {});\n',
    [`${ATTEMPTS}wrong-e-load.ts`]: 'for (;;);\n',
  });
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 2 right attempts agree, 7 wrong noticed

    01-proof/1-both: wrong-e-load could not be compared: Stopped: this code blocked
      the thread for too long and did not yield, so nothing else could run, not even
      a timer. (Awaiting a value that is already there does not let timers run.)

    Found at solutions/01-proof/1-both/wrong-e-load.ts:1

    1 problem. 400 scenes for each attempt, of seed 1.
    "
  `);
  expect(code).toBe(1);
});

test('an attempt whose scenes take longer than a worker may else be silent is waited for', async () => {
  const slow = `export const both = (a, b) => {
  for (let i = 0; i < 1e8; i++);
  return Promise.all([a(), b()]);
};
`;
  const { code, stdout } = await playWith({ [`${ATTEMPTS}right-slow.ts`]: slow }, '--runs', '150');
  expect(stdout).toContain('3 right attempts agree');
  expect(code).toBe(0);
}, 180_000);

test('a kata with a function to call needs scenes; a prediction needs none', async () => {
  const { root, remove } = createCourse({
    ...PROVEN,
    'katas/01-proof/2-what.ts': 'export const prediction = [];\n',
    'katas/01-proof/2-what.spec.ts': '',
  });
  const { code, stdout } = await runCommand(root, 'proof/prove', '--random');
  remove();
  expect(stdout).toMatchInlineSnapshot(`
    "✗ 01-proof/1-both: 0 right attempts agree, 0 wrong noticed
    - 01-proof/2-what: a prediction, and no function to call

    01-proof/1-both has a function to call, and no
      solutions/01-proof/1-both/scenes.ts.

    1 problem. 400 scenes for each attempt, of seed 1.
    "
  `);
  expect(code).toBe(1);
});

test('the same for programs', async () => {
  const { code, stdout, stderr } = await playWith(
    { [SCENES]: scenesOf(''), [`${ATTEMPTS}wrong-nothing.ts`]: DONE },
    '--json',
  );
  expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
    {
      "katas": [
        {
          "agree": 0,
          "differ": [
            {
              "attempt": "right-handles",
              "onlyAttempt": [
                "1 ms: unhandled: the error of 'b'",
                "53 ms: the call rejects with the error of 'b'",
              ],
              "onlyReference": [
                "1 ms: the call rejects with the error of 'b'",
              ],
              "scene": "[{"at":0,"input":[{"takes":53},{"takes":1,"fails":true}]}]",
            },
            {
              "attempt": "right-settled",
              "onlyAttempt": [
                "1 ms: the call fulfils with ['A', undefined]",
              ],
              "onlyReference": [
                "1 ms: the call rejects with the error of 'b'",
              ],
              "scene": "[{"at":0,"input":[{"takes":1},{"takes":1,"fails":true}]}]",
            },
          ],
          "excused": [],
          "isPrediction": false,
          "kata": "01-proof/1-both",
          "noticed": 3,
          "problems": 1,
          "unnoticed": [
            "wrong-nothing",
          ],
        },
      ],
      "ok": false,
      "runs": 400,
      "seed": 1,
    }
  `);
  expect(stderr).toMatchInlineSnapshot(`
    "01-proof/1-both: wrong-nothing never differs from the reference in 400 scenes. What is wrong shows in a scene; if none can show it, solutions/01-proof/1-both/scenes.ts has to say why.
    "
  `);
  expect(code).toBe(1);
});

test.each([
  [['--runs', '0'], '--runs is a whole number from 1 on; got 0.\n'],
  [['--seed', 'x'], '--seed is a whole number from 1 on; got x.\n'],
  [['--write'], '--random comes alone; got --write as well.\n'],
])('misuse: %s', async (flags, says) => {
  const { code, stderr } = await playWith({}, ...flags);
  expect(stderr).toBe(says);
  expect(code).toBe(2);
});
