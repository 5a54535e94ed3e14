import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { HOME } from '../../../course/home.ts';
import { createScratch } from '../../../course/keep.ts';
import { writeFiles } from '../../../testing/miniature.ts';
import { inPlainNode } from '../../../testing/plain-node.ts';
import { type AsyncProgram, asyncProgram, type Mix } from '../../../testing/programs/async.ts';
import type { Told } from '../../../testing/programs/told.ts';
import { play } from '../run.ts';
import { instrument } from './instrument.ts';

const PROGRAMS = 600;
/** Each in a process of plain Node. */
const SAMPLE = 12;

/** One after another in the lab of one process. */
async function run(seeds: readonly number[], tells: boolean, timers = true): Promise<Told[]> {
  const program = `
    import { runPrograms } from './src/testing/programs/told.ts';
    import { asyncProgram } from './src/testing/programs/async.ts';
    const texts = ${JSON.stringify(seeds)}.map((seed) => asyncProgram(seed, { timers: ${timers} }).text);
    console.log(JSON.stringify(await runPrograms(texts, ${tells})));
  `;
  return JSON.parse(await inPlainNode(program));
}

function added(programs: readonly AsyncProgram[]): Mix {
  const sum: Mix = {};
  for (const { mix } of programs)
    for (const [name, count] of Object.entries(mix)) sum[name] = (sum[name] ?? 0) + count;
  return Object.fromEntries(Object.entries(sum).sort(([a], [b]) => (a < b ? -1 : 1)));
}

test(`${PROGRAMS} random programs do the same when they tell what they do`, async () => {
  const programs = Array.from({ length: PROGRAMS }, (_, seed) => asyncProgram(seed));
  const seeds = programs.map(({ seed }) => seed);
  const [plain, telling] = await Promise.all([run(seeds, false), run(seeds, true)]);
  const asPlain = telling.map((told) => ({ ...told, steps: 0 }));
  const different = seeds.filter(
    (seed) => JSON.stringify(asPlain[seed]) !== JSON.stringify(plain[seed]),
  );
  expect(different).toEqual([]);
  // The mix, so that nobody takes much for all.
  expect({
    lines: plain.flatMap(({ lines }) => lines).length,
    steps: telling.reduce((sum, { steps }) => sum + steps, 0),
    'programs with unhandled rejections': plain.filter(({ unhandled }) => unhandled.length > 0)
      .length,
    'programs that run to their end': plain.filter(({ outcome }) => outcome === 'deadlock').length,
    ...added(programs),
  }).toMatchInlineSnapshot(`
    {
      "async arrow": 487,
      "await": 2746,
      "by hand": 235,
      "by hand: next": 288,
      "by hand: return": 97,
      "by hand: throw": 98,
      "finally": 436,
      "for await": 807,
      "function: arrow": 309,
      "function: async": 605,
      "function: generator": 290,
      "function: sync": 283,
      "if": 525,
      "lines": 9524,
      "log": 1494,
      "loop": 485,
      "nextTick": 508,
      "not awaited": 991,
      "programs that run to their end": 431,
      "programs with unhandled rejections": 92,
      "promise: Promise.all": 756,
      "promise: Promise.allSettled": 675,
      "promise: Promise.any": 709,
      "promise: Promise.race": 740,
      "promise: Promise.reject": 897,
      "promise: Promise.resolve": 837,
      "promise: a call": 1661,
      "promise: a rejecting thenable": 896,
      "promise: a subclass": 888,
      "promise: a timer": 860,
      "promise: an async arrow": 856,
      "promise: an immediate": 860,
      "promise: resolved with a promise": 944,
      "promise: resolved with a thenable": 850,
      "queueMicrotask": 448,
      "return": 475,
      "setImmediate": 508,
      "setTimeout": 531,
      "steps": 16975,
      "then": 974,
      "try": 899,
      "yield": 236,
      "yield*": 16,
    }
  `);
});

test(`${SAMPLE} of them print the same in plain Node`, async () => {
  const { root, remove } = createScratch(HOME, 'instrument');
  try {
    const seeds = Array.from({ length: 4 * SAMPLE }, (_, i) => 1000 + i);
    const all = await run(seeds, true, false);
    // One that fails ends plain Node with all that it has still to do.
    const whole = seeds.filter((_, i) => all[i]?.outcome === 'deadlock').slice(0, SAMPLE);
    expect(whole).toHaveLength(SAMPLE);
    for (const seed of whole) {
      const text = asyncProgram(seed, { timers: false }).text;
      const plain = "const print = console.log; process.on('unhandledRejection', () => {});";
      writeFiles(root, { 'program.mjs': `${plain}${text}` });
      const printed = await inNode(join(root, 'program.mjs'));
      const lines = all[seed - 1000]?.lines.map((line) => line.replace(/^0 /, ''));
      expect(printed.split('\n').slice(0, -1), `seed ${seed}`).toEqual(lines);
    }
  } finally {
    remove();
  }
});

test('all traps of ordering that we know print the same in plain Node', async () => {
  const file = join(HOME, 'src', 'testing', 'ordering-traps.mjs');
  const { played } = await play({ file });
  expect(played.lines.map(({ text }) => text).join('\n')).toBe((await inNode(file)).trimEnd());
  expect(played.lines.length).toBeGreaterThan(80);
});

const USING = `
const tick = async (n, name) => { for (let i = 1; i <= n; i++) { await null; console.log(name, i); } };
const open = (name) => ({ async [Symbol.asyncDispose]() { console.log('closing', name); await null; console.log('closed', name); } });
async function work(way) {
  tick(12, way);
  try {
    await using a = open('a');
    using b = { [Symbol.dispose]: () => console.log('b') };
    await using c = null, d = open('d');
    if (way === 'throws') throw new Error('in the block');
    if (way === 'returns') return await 'returned';
    for (let i = 0; i < 2; i++) { await using e = open('e' + i); if (i === 0) continue; }
  } catch (error) { console.log(error.message); } finally { console.log('finally'); }
  return 'at its end';
}
for (const way of ['falls', 'throws', 'returns']) console.log(await work(way));
`;

const hasUsing = (() => {
  try {
    return Boolean(Function('{ using it = null; }'));
  } catch {
    return false;
  }
})();

test.skipIf(!hasUsing)('`await using` prints the same in plain Node', async () => {
  const { root, remove } = createScratch(HOME, 'using');
  try {
    const file = join(root, 'using.mjs');
    writeFiles(root, { 'using.mjs': USING });
    const { played } = await play({ file });
    expect(played.lines.map(({ text }) => text).join('\n')).toBe((await inNode(file)).trimEnd());
    // It stands where the block ends.
    const [, work] = played.rows;
    expect(work?.pauses.map(({ text }) => text)).toContain("await using a = open('a')");
  } finally {
    remove();
  }
});

test('a line keeps its number', () => {
  const source = readFileSync(join(HOME, 'src', 'testing', 'ordering-traps.mjs'), 'utf8');
  const told = instrument(source, 'ordering-traps.mjs').split('\n');
  const lines = source.split('\n');
  expect(told.length).toBe(lines.length);
  const words = (line: string) => line.match(/'[^']+'/g)?.[0];
  for (const [i, line] of lines.entries()) expect(told[i]).toContain(words(line) ?? '');
});

async function inNode(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [file]).catch((error) => error);
  return stdout;
}
