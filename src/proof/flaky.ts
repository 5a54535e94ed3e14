/**
 * Looks for what does not come out the same every time. Runs the katas as shipped, the references and every
 * attempt once at rest; then again and again with all cores kept busy, in an order of files and tests that
 * is shuffled anew each time. Each result is held against the first: its state, its whole message, and
 * every trace, byte for byte. Nothing is smoothed over.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { bringAuthorsPackages } from '../command/packages.ts';
import { count } from '../text/english.ts';
import { type Difference, type Digests, differences, digestsOf } from './flaky/differences.ts';
import { keepBusy } from './flaky/load.ts';
import { Rerunner, type Results } from './flaky/runs.ts';

const USAGE = `npm run flaky                             10 runs, against a first one at rest
npm run flaky -- 200                      so many
npm run flaky -- 1 --seed 1234            one run, in the order of that seed
npm run flaky -- --busy 8                 with 8 busy threads; one a core unless told
npm run flaky -- 0 --save node20.json     keeps the results of the first run
npm run flaky -- 0 --against node20.json  holds it against them, with another Node
npm run flaky -- --json                   for programs`;

/** Tests that are told of, where more came out differently. */
const TOLD = 10;

export interface Flaky {
  readonly ok: boolean;
  readonly node: string;
  readonly tests: number;
  /** Runs of a scenario that these tests observed. */
  readonly traces: number;
  /** Of the first run, at rest. */
  readonly digests: Digests;
  /** Against the results of another time, where they were given. */
  readonly against: readonly Difference[] | null;
  readonly runs: readonly FlakyRun[];
}

interface FlakyRun {
  readonly seed: number;
  /** How long it took, in real ms. */
  readonly ms: number;
  /** Against the first run. */
  readonly differences: readonly Difference[];
}

interface Options {
  readonly runs: number;
  /** Of the first shuffled run; each next one has the next seed. */
  readonly seed: number;
  /** Threads that keep the cores busy. */
  readonly busy: number;
  readonly save?: string | undefined;
  readonly against?: string | undefined;
}

/** @param tell gets a line for each run as it ends */
async function flaky(
  root: string,
  { runs, seed, busy, save, against }: Options,
  tell: (line: string) => void,
): Promise<Flaky> {
  const known = against === undefined ? undefined : load(against);
  const rerunner = await Rerunner.start(root);
  const first = await rerunner.run();
  tell(`at rest, in order: ${first.size} tests`);
  if (save !== undefined) writeFileSync(save, JSON.stringify([...first]));
  const done: FlakyRun[] = [];
  const letGo = keepBusy(busy);
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    const parted = differences(first, await rerunner.run(seed + i));
    const ms = Math.round(performance.now() - started);
    done.push({ seed: seed + i, ms, differences: parted });
    const verdict = parted.length > 0 ? `${parted.length} came out differently` : 'the same';
    tell(`run ${i + 1} of ${runs}, seed ${seed + i}: ${verdict} (${Math.round(ms / 1000)} s)`);
  }
  await letGo();
  await rerunner.close();
  const parted = known ? differences(known, first) : null;
  return {
    ok:
      first.size > 0 &&
      [...done, { differences: parted ?? [] }].every((run) => run.differences.length === 0),
    node: process.version,
    tests: first.size,
    traces: [...first.values()].reduce((sum, { traces }) => sum + traces.length, 0),
    digests: digestsOf(first),
    against: parted,
    runs: done,
  };
}

function load(file: string): Results {
  return new Map(JSON.parse(readFileSync(file, 'utf8')));
}

/** The verdict first, then what came out differently, then what the next run can be held against. */
export function renderFlaky({ node, tests, traces, digests, against, runs }: Flaky): string {
  const apart = runs.filter((run) => run.differences.length > 0);
  const total = runs.reduce((sum, { ms }) => sum + ms, 0);
  const verdict =
    runs.length === 0
      ? ''
      : `${count(runs.length, 'run')} of ${count(tests, 'test')} in ${Math.round(total / 1000)} s: ${apart.length === 0 ? 'each came out as the first, to the letter.' : `${apart.length} did not come out as the first.`}`;
  const held =
    against &&
    (against.length === 0
      ? 'The same, to the letter, as the results that were kept.'
      : `${against.length} tests came out differently than those that were kept:\n${tell(against)}`);
  const told = new Map<string, number>();
  return [
    tests === 0 ? 'No test ran.' : verdict,
    ...apart.map((run) => {
      const words = tell(run.differences);
      const before = told.get(words);
      told.set(words, before ?? run.seed);
      const again = `Seed ${run.seed}, again with npm run flaky -- 1 --seed ${run.seed}`;
      return before === undefined ? `${again}:\n${words}` : `${again}: as with ${before}.`;
    }),
    held,
    `Node ${node}\n${tests} results ${digests.results}\n${traces} traces ${digests.traces}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function tell(parted: readonly Difference[]): string {
  const more = parted.length - TOLD;
  return [
    ...parted
      .slice(0, TOLD)
      .map(({ test, how }) => [`  ${test}`, ...how.map((line) => `    ${line}`)].join('\n')),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}

/** @returns undefined when it was misused, and has said so */
function optionsOf(args: string[]): (Options & { json: boolean }) | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        seed: { type: 'string' },
        busy: { type: 'string' },
        save: { type: 'string' },
        against: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (values.against !== undefined && !existsSync(values.against))
      throw new Error(`--against: there is no file ${values.against}.`);
    return {
      runs: wholeNumber('The number of runs', positionals[0], 10),
      seed: wholeNumber('--seed', values.seed, Date.now() % 1_000_000),
      busy: wholeNumber('--busy', values.busy, availableParallelism()),
      save: values.save,
      against: values.against,
      json: values.json,
    };
  } catch (error) {
    console.error(`${(error as Error).message.split('. ')[0]}\n\n${USAGE}`);
    return undefined;
  }
}

function wholeNumber(name: string, typed: string | undefined, otherwise: number): number {
  if (typed === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(typed)) throw new Error(`${name} is a whole number; got ${typed}.`);
  return Number(typed);
}

if (import.meta.filename === process.argv[1]) {
  const options = optionsOf(process.argv.slice(2));
  if (!options) process.exit(2);
  if (!bringAuthorsPackages()) process.exit(1);
  const result = await flaky(process.cwd(), options, (line) => console.error(line));
  console.log(options.json ? JSON.stringify(result, null, 2) : `\n${renderFlaky(result)}`);
  process.exit(result.ok ? 0 : 1);
}
