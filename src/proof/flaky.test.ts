import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCourse, runCommand } from '../testing/miniature.ts';
import { partOf } from './flaky/runs.ts';
import { type Flaky, renderFlaky } from './flaky.ts';

const spec = (stub: string, ...tests: string[]) =>
  [
    `import { expect, observe, test } from '#lab';`,
    `import { f } from './${stub}.ts';`,
    ...tests.map(
      (title) =>
        `test('${title}', async () => { expect(await observe(({ job }) => f(job))).toTake(10); });`,
    ),
  ].join('\n');

/** What it does goes by a file that the first run leaves, for each project its own. */
const inTheSecondRun = (then: string, otherwise: string) => `
import { existsSync, writeFileSync } from 'node:fs';
const isProof = Reflect.ownKeys(globalThis).some((key) => String(key).startsWith('__judge:'));
const mark = new URL(import.meta.url.replace(/[?].*/, '') + '-ran-' + isProof);
const hasRun = existsSync(mark);
writeFileSync(mark, '');
export const f = (job) => (hasRun ? ${then} : ${otherwise});
`;

/** The second of its tests fails, so the order of the two tells. */
const inTurns = `let calls = 0;
export const f = (job) => job('a', 10 * ++calls)();
`;

let course: ReturnType<typeof createCourse>;

beforeAll(() => {
  course = createCourse({
    'katas/01-steady/1-steady.spec.ts': spec('1-steady', 'takes 10 ms', 'and again'),
    'katas/01-steady/1-steady.ts': `export const f = (job) => job('a', 10)();\n`,
    'katas/01-steady/2-red.spec.ts': spec('2-red', 'takes 10 ms'),
    'katas/01-steady/2-red.ts': `export const f = (job) => job('a', 20)();\n`,
    'katas/02-flaky/1-state.spec.ts': spec('1-state', 'takes 10 ms'),
    'katas/02-flaky/1-state.ts': inTheSecondRun(`job('a', 20)()`, `job('a', 10)()`),
    'katas/02-flaky/2-message.spec.ts': spec('2-message', 'takes 10 ms'),
    'katas/02-flaky/2-message.ts': inTheSecondRun(`job('a', 30)()`, `job('a', 20)()`),
    'katas/02-flaky/3-trace.spec.ts': spec('3-trace', 'takes 10 ms'),
    'katas/02-flaky/3-trace.ts': inTheSecondRun(`job('b', 10)()`, `job('a', 10)()`),
    'katas/02-flaky/4-order.spec.ts': spec('4-order', 'first', 'second', 'third', 'fourth'),
    'katas/02-flaky/4-order.ts': inTurns,
    'solutions/02-flaky/4-order/wrong-in-turns.ts': inTurns,
  });
});
afterAll(() => course.remove());

const kept = () => join(course.root, 'kept.json');

test('what comes out differently is told of, whatever it is', async () => {
  const { code, stdout, stderr } = await runCommand(
    course.root,
    'proof/flaky',
    ...['1', '--seed', '3', '--busy', '1', '--json', '--save', kept()],
  );
  const found = JSON.parse(stdout) as Flaky;
  const inKatas = found.runs[0]?.differences.filter(({ test }) => test.startsWith('katas '));
  expect(inKatas?.filter(({ test }) => !test.includes('4-order'))).toMatchInlineSnapshot(`
    [
      {
        "how": [
          "state, at first: passed",
          "state, now:      failed",
          "message, at first: (none)",
          "message, now:      It took 20 ms; expected 10 ms.",
          "trace, at first: …"kind":"returned","value":"A","at":10,"order":4},"…",
          "trace, now:      …"kind":"returned","value":"A","at":20,"order":4},"…",
        ],
        "test": "katas katas/02-flaky/1-state.spec.ts «takes 10 ms»",
      },
      {
        "how": [
          "message, at first: It took 20 ms; expected 10 ms.",
          "message, now:      It took 30 ms; expected 10 ms.",
          "trace, at first: …"kind":"returned","value":"A","at":20,"order":4},"…",
          "trace, now:      …"kind":"returned","value":"A","at":30,"order":4},"…",
        ],
        "test": "katas katas/02-flaky/2-message.spec.ts «takes 10 ms»",
      },
      {
        "how": [
          "trace, at first: …tcome":{"kind":"returned","value":"A","at":10,"ord…",
          "trace, now:      …tcome":{"kind":"returned","value":"B","at":10,"ord…",
        ],
        "test": "katas katas/02-flaky/3-trace.spec.ts «takes 10 ms»",
      },
    ]
  `);
  expect(inKatas?.filter(({ test }) => test.includes('4-order'))).not.toEqual([]);
  // Learners see its tests in one order only.
  const wrong = found.runs[0]?.differences.filter(({ test }) => test.includes('wrong-'));
  expect(wrong).toEqual([]);
  expect([code, found.ok, found.tests]).toEqual([1, false, 24]);
  expect(stderr).toMatch(
    /^at rest, in order: 24 tests\nrun 1 of 1, seed 3: \d+ came out differently/,
  );
});

test('a later run, with another Node perhaps, is held against what was kept', async () => {
  const { code, stdout } = await runCommand(
    course.root,
    'proof/flaky',
    ...['0', '--against', kept()],
  );
  expect(masked(stdout)).toMatchInlineSnapshot(`
    "
    6 tests came out differently than those that were kept:
      katas katas/02-flaky/1-state.spec.ts «takes 10 ms»
        state, at first: passed
        state, now:      failed
        message, at first: (none)
        message, now:      It took 20 ms; expected 10 ms.
        trace, at first: …"kind":"returned","value":"A","at":10,"order":4},"…
        trace, now:      …"kind":"returned","value":"A","at":20,"order":4},"…
      katas katas/02-flaky/2-message.spec.ts «takes 10 ms»
        message, at first: It took 20 ms; expected 10 ms.
        message, now:      It took 30 ms; expected 10 ms.
        trace, at first: …"kind":"returned","value":"A","at":20,"order":4},"…
        trace, now:      …"kind":"returned","value":"A","at":30,"order":4},"…
      katas katas/02-flaky/3-trace.spec.ts «takes 10 ms»
        trace, at first: …tcome":{"kind":"returned","value":"A","at":10,"ord…
        trace, now:      …tcome":{"kind":"returned","value":"B","at":10,"ord…
      subjects katas/02-flaky/1-state.ts «takes 10 ms»
        state, at first: passed
        state, now:      failed
        message, at first: (none)
        message, now:      It took 20 ms; expected 10 ms.
        trace, at first: …"kind":"returned","value":"A","at":10,"order":4},"…
        trace, now:      …"kind":"returned","value":"A","at":20,"order":4},"…
      subjects katas/02-flaky/2-message.ts «takes 10 ms»
        message, at first: It took 20 ms; expected 10 ms.
        message, now:      It took 30 ms; expected 10 ms.
        trace, at first: …"kind":"returned","value":"A","at":20,"order":4},"…
        trace, now:      …"kind":"returned","value":"A","at":30,"order":4},"…
      subjects katas/02-flaky/3-trace.ts «takes 10 ms»
        trace, at first: …tcome":{"kind":"returned","value":"A","at":10,"ord…
        trace, now:      …tcome":{"kind":"returned","value":"B","at":10,"ord…

    Node v…
    24 results (digest)
    24 traces (digest)
    "
  `);
  expect(code).toBe(1);
});

test('the verdict comes first, and how to see it again', () => {
  const differences = Array.from({ length: 11 }, (_, i) => ({
    test: `subjects solutions/01-a/1-a/right-${i}.ts «ends»`,
    how: ['state, at first: passed', 'state, now:      failed'],
  }));
  const digests = { results: '0123456789abcdef', traces: 'fedcba9876543210' };
  const all = { node: 'v20.19.0', tests: 30, oneIn: 1, traces: 40, digests, against: null };
  const calm = { seed: 7, ms: 14_400, differences: [] };
  expect(renderFlaky({ ...all, ok: true, against: [], runs: [calm] })).toMatchInlineSnapshot(`
    "1 run of 30 tests in 14 s: each came out as the first, to the letter.

    The same, to the letter, as the results that were kept.

    Node v20.19.0
    30 results 0123456789abcdef
    40 traces fedcba9876543210"
  `);
  expect(renderFlaky({ ...all, ok: true, oneIn: 20, runs: [calm] }).split('\n')[0]).toBe(
    '1 run of one in 20 of the proof (30 tests in all) in 14 s: each came out as the first, to the letter.',
  );
  const apart = { seed: 8, ms: 15_000, differences };
  const runs = [calm, apart, { ...apart, seed: 9 }];
  expect(renderFlaky({ ...all, ok: false, runs })).toMatchInlineSnapshot(`
    "3 runs of 30 tests in 44 s: 2 did not come out as the first.

    Seed 8, again with npm run flaky -- 1 --seed 8:
      subjects solutions/01-a/1-a/right-0.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-1.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-2.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-3.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-4.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-5.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-6.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-7.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-8.ts «ends»
        state, at first: passed
        state, now:      failed
      subjects solutions/01-a/1-a/right-9.ts «ends»
        state, at first: passed
        state, now:      failed
      and 1 more

    Seed 9, again with npm run flaky -- 1 --seed 9: as with 8.

    Node v20.19.0
    30 results 0123456789abcdef
    40 traces fedcba9876543210"
  `);
});

test.each([
  [['ten'], 'The number of runs is a whole number; got ten.'],
  [['1', '2'], 'One number of runs, please; got 1 and 2.'],
  [['--seed', 'x'], '--seed is a whole number; got x.'],
  [
    ['--bsy', '2'],
    "Unknown option '--bsy': there are --seed, --busy, --one-in, --save, --against,",
  ],
  [['--against', 'nowhere.json'], '--against: there is no file nowhere.json.'],
])('a misuse gets an error that says what is wrong: %j', async (args, words) => {
  const { code, stdout, stderr } = await runCommand(course.root, 'proof/flaky', ...args);
  expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', words]);
});

/** The version of Node and the digests are another machine's. */
function masked(text: string): string {
  return text.replace(/v\d+\.\d+\.\d+/, 'v…').replace(/\b[0-9a-f]{16}\b/g, '(digest)');
}

test('a run of a part takes what learners run, and these answers of the proof', async () => {
  const attempts = [0, 1, 2, 3, 4, 5].map((i) => `solutions/01-a/1-a/right-${i}.ts`);
  const seen = { state: 'passed', message: '', traces: [] };
  const learners = ['katas katas/01-a/1-a.spec.ts', 'solutions solutions/01-a/1-a.ts'];
  const answers = ['katas/01-a/1-a.ts', 'solutions/01-a/1-a.ts', ...attempts];
  const proof = answers.map((file) => `subjects ${file}`);
  const first = new Map([...learners, ...proof].map((file) => [`${file} «ends»`, seen]));
  const parts = [0, 1, 2].map((number) => [...partOf(first, { of: 3, number }).keys()]);
  for (const part of parts)
    expect(part.slice(0, 2)).toEqual(learners.map((file) => `${file} «ends»`));
  const proven = parts.flatMap((part) => part.slice(2));
  expect(proven.sort()).toEqual(proof.map((file) => `${file} «ends»`).sort());
});

test('the runs of a part are runs of it alone', async () => {
  const { stdout, stderr } = await runCommand(
    course.root,
    'proof/flaky',
    ...['2', '--seed', '3', '--one-in', '2', '--json'],
  );
  const { runs, oneIn } = JSON.parse(stdout) as Flaky;
  // The only attempt is in one of the two, and what is not run does not differ.
  const told = runs.map((run) => run.differences.filter(({ test }) => test.includes('wrong-')));
  expect(told).toEqual([[], []]);
  expect(oneIn).toBe(2);
  expect(stderr).toContain('run 2 of 2, seed 4:');
});
