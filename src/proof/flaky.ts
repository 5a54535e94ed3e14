/**
 * Looks for what does not come out the same every time. Runs the katas as shipped, the references and every
 * attempt once at rest; then again and again with all cores kept busy, in an order of files and tests that
 * is shuffled again each time (the tests of a wrong attempt keep theirs). Each result is held against the
 * first: its state, its whole message, and every trace, byte for byte, but for the trace of a run that reached the real
 * system (a file, a real thread): its order is nobody's to say. Each run may take a part of the proof, so that many are
 * possible.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { katasHere } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { bringAuthorsPackages } from '../command/packages.ts';
import { UsageError } from '../command/usage-error.ts';
import { count, list } from '../text/english.ts';
import { show } from '../text/print.ts';
import { type Difference, type Digests, differences, digestsOf } from './flaky/differences.ts';
import { createVerification, partOf, type Results, type Seen } from './flaky/runs.ts';

/** Tests that are told of, where more came out differently. */
const TOLD = 10;

export interface Flaky {
  readonly ok: boolean;
  readonly node: string;
  readonly tests: number;
  /** Each later run took one in so many of the answers of the proof. */
  readonly oneIn: number;
  /** Runs of a scenario that these tests observed. */
  readonly traces: number;
  /** Of the first run, at rest. */
  readonly digests: Digests;
  /** Against the results of another time, where they were given. */
  readonly against: readonly Difference[] | null;
  /** Each with the real ms that it took, and held against the first. */
  readonly runs: readonly { seed: number; ms: number; differences: readonly Difference[] }[];
}

interface Options {
  readonly runs: number;
  /** Of the first shuffled run; each next one has the next seed. */
  readonly seed: number;
  readonly busy: number;
  /** One in so many of the answers of the proof in each run, other ones in the next. */
  readonly oneIn: number;
  readonly save: string | undefined;
  readonly known: Results | undefined;
}

async function flaky(
  root: string,
  { runs, seed, busy, oneIn, save, known }: Options,
): Promise<Flaky> {
  const tell = (line: string) => show(line, process.stderr);
  const verification = await createVerification(root);
  const first = await verification.run();
  tell(`at rest, in order: ${first.size} tests`);
  if (save !== undefined) keep(first, save);
  const done: Flaky['runs'][number][] = [];
  // Threads and no processes: whatever ends ours, and however suddenly, they end with it.
  const load = Array.from({ length: busy }, () => new Worker('for (;;);', { eval: true }));
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    const part = { of: oneIn, number: seed + i };
    const expected = partOf(first, part);
    const parted = differences(expected, await verification.run(seed + i, part));
    const ms = Math.round(performance.now() - started);
    done.push({ seed: seed + i, ms, differences: parted });
    const verdict = parted.length > 0 ? `${parted.length} came out differently` : 'the same';
    tell(`run ${i + 1} of ${runs}, seed ${seed + i}: ${verdict} (${Math.round(ms / 1000)} s)`);
    // Whoever stops hundreds of runs half-way wants to know what they had found.
    if (parted.length > 0) tell(renderDifferences(parted));
  }
  await Promise.all(load.map((thread) => thread.terminate()));
  await verification.close();
  const against = known ? differences(known, first) : null;
  return {
    ok: [against ?? [], ...done.map((run) => run.differences)].every(({ length }) => length === 0),
    node: process.version,
    tests: first.size,
    oneIn,
    traces: [...first.values()].reduce((sum, { traces }) => sum + traces.length, 0),
    digests: digestsOf(first),
    against,
    runs: done,
  };
}

/** The verdict first, then what came out differently, then what the next run can be held against. */
export function renderFlaky(result: Flaky): string {
  const { node, tests, oneIn, traces, digests, against, runs } = result;
  const apart = runs.filter((run) => run.differences.length > 0);
  const total = runs.reduce((sum, { ms }) => sum + ms, 0);
  const verdict =
    apart.length === 0
      ? 'each came out as the first, to the letter.'
      : `${apart.length} did not come out as the first.`;
  const told = new Map<string, number>();
  return [
    runs.length > 0 &&
      `${count(runs.length, 'run')} of ${oneIn > 1 ? `one in ${oneIn} of the proof (${count(tests, 'test')} in all)` : count(tests, 'test')} in ${Math.round(total / 1000)} s: ${verdict}`,
    ...apart.map((run) => {
      const words = renderDifferences(run.differences);
      const before = told.get(words);
      told.set(words, before ?? run.seed);
      const again = `Seed ${run.seed}, again with npm run flaky -- 1 --seed ${run.seed}${oneIn > 1 ? ` --one-in ${oneIn}` : ''}`;
      return before === undefined ? `${again}:\n${words}` : `${again}: as with ${before}.`;
    }),
    against?.length === 0 && 'The same, to the letter, as the results that were kept.',
    against?.length &&
      `${against.length} tests came out differently than those that were kept:\n${renderDifferences(against)}`,
    `Node ${node}\n${tests} results ${digests.results}\n${traces} traces ${digests.traces}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function renderDifferences(parted: readonly Difference[]): string {
  const told = parted.slice(0, TOLD).map(({ test, how }) => [`  ${test}`, ...how].join('\n    '));
  const more = parted.length - TOLD;
  return [...told, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

/** @throws {UsageError} for what is no whole number */
function wholeNumber(name: string, typed: string | undefined, otherwise: number): number {
  if (typed === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(typed)) throw new UsageError(`${name} is a whole number; got ${typed}.`);
  return Number(typed);
}

/** A line for each test: the whole is longer than a text can be. */
function keep(results: Results, file: string): void {
  writeFileSync(file, '');
  for (const result of results) appendFileSync(file, `${JSON.stringify(result)}\n`);
}

function resultsIn(file: string): Results {
  if (!existsSync(file)) throw new UsageError(`--against: there is no file ${file}.`);
  const results = new Map<string, Seen>();
  for (const line of linesIn(file)) {
    const [test, seen] = JSON.parse(line) as [string, Seen];
    results.set(test, seen);
  }
  if (results.size === 0)
    throw new UsageError(`--against: ${file} has no results. Make it again with --save.`);
  return results;
}

/** Line by line: the whole may be longer than a text can be. */
function* linesIn(file: string): Generator<string> {
  const bytes = readFileSync(file);
  for (
    let from = 0, to = bytes.indexOf('\n');
    to >= 0;
    from = to + 1, to = bytes.indexOf('\n', from)
  )
    yield bytes.toString('utf8', from, to);
}

const usage = {
  does: 'For authors: looks for what does not come out the same every time. Runs every answer once at rest, then again and again in another order on a busy machine, and compares each result with the first.',
  ways: [
    ['npm run flaky', '10 runs, and a first one at rest'],
    ['npm run flaky -- 200', '200 runs'],
    ['npm run flaky -- 1 --seed 1234', 'one run, in the order of that seed'],
    [
      'npm run flaky -- 200 --one-in 20',
      'each run takes a twentieth of the proof, the next one another',
    ],
    ['npm run flaky -- --busy 8', 'with 8 busy threads; else with one for each core'],
    ['npm run flaky -- 0 --save <file>', 'keeps the results of the first run'],
    ['npm run flaky -- --against <file>', 'compares it with them, on another Node perhaps'],
    ['npm run flaky -- --json', 'for programs'],
  ],
  flags: {
    seed: 'string',
    busy: 'string',
    'one-in': 'string',
    save: 'string',
    against: 'string',
    json: 'boolean',
  },
} as const;

await command(import.meta.filename, usage, async (words, flags) => {
  const { seed, busy, save, against, json } = flags;
  const [runs, ...more] = words;
  if (more.length > 0) throw new UsageError(`One number of runs, please; got ${list(words)}.`);
  const options = {
    runs: wholeNumber('The number of runs', runs, 10),
    seed: wholeNumber('--seed', seed, Date.now() % 1_000_000),
    oneIn: Math.max(1, wholeNumber('--one-in', flags['one-in'], 1)),
    busy: wholeNumber('--busy', busy, availableParallelism()),
    save,
    known: against === undefined ? undefined : resultsIn(against),
  };
  const root = process.cwd();
  katasHere(root);
  if (!bringAuthorsPackages()) process.exit(1);
  const result = await flaky(root, options);
  if (json) console.log(JSON.stringify(result, null, 2));
  else show(`\n${renderFlaky(result)}`);
  process.exitCode = result.ok ? 0 : 1;
});
