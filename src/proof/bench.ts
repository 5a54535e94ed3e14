/**
 * How fast the course is, against the floor: the same vitest, on as many spec files and tests with
 * trivial bodies, in turns with ours. Both are one Node process started on one file, without npm, whose
 * own start is the same for both.
 */

import { katasHere } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { bringAuthorsPackages } from '../command/packages.ts';
import { UsageError } from '../command/usage-error.ts';
import { list } from '../text/english.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { benchInstall } from './bench/install.ts';
import { benchLab } from './bench/lab.ts';
import { type Bench, renderBench } from './bench/page.ts';
import { benchGrowth, benchRun } from './bench/runs.ts';
import { benchSave } from './bench/save.ts';

/** How often each is measured, after a first time that does not count. */
const SAMPLES = 5;

/** Seconds after which no other turn of the proof begins: one takes minutes. */
const PATIENCE_WITH_PROOF = 120;

/** A turn of the lab takes a tenth of a second, and whatever else the machine does disturbs it the more. */
const LAB_SAMPLES = 15;

type Part = keyof Bench;

/** @param samples 1 where one only wants to see that all of it works */
const PARTS: Record<Part, (root: string, samples: number) => unknown> = {
  first: (root, samples) => benchRun(root, samples, { isFirst: true }),
  cold: benchRun,
  solved: (root, samples) => benchRun(root, samples, { isSolved: true }),
  save: benchSave,
  prove: (root, samples) =>
    benchRun(root, samples, { isProof: true, patience: PATIENCE_WITH_PROOF }),
  all: (root, samples) => benchRun(root, samples, { isAll: true }),
  allSolved: (root, samples) => benchRun(root, samples, { isAll: true, isSolved: true }),
  proveAll: (root, samples) =>
    benchRun(root, samples, { isAll: true, isProof: true, patience: PATIENCE_WITH_PROOF }),
  lab: (_, samples) =>
    samples === 1 ? benchLab(1, [10, 100]) : benchLab(LAB_SAMPLES, [10, 1000, 100_000]),
  growth: (root, samples) => benchGrowth(root, samples, samples === 1 ? [2] : [10, 100, 1000]),
  install: (_, samples) => benchInstall(samples),
};

/** @throws {UsageError} for a name that no part has */
function partsOf(only: string | undefined): Part[] {
  const all = Object.keys(PARTS) as Part[];
  if (only === undefined) return all;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined)
    throw new UsageError(`No part is called ${unknown || '«»'}. There are ${list(all)}.`);
  return all.filter((part) => names.includes(part));
}

/** Nothing is measured better than that. */
function fourDigits(_: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Number(value.toPrecision(4));
}

const usage = {
  does: 'For authors: measures how fast the course is, against the same vitest on as many trivial specs. It takes a while.',
  ways: [
    ['npm run bench', 'everything, each five times and more'],
    [
      'npm run bench -- --only cold,save',
      'of first, cold, solved, save, prove, all, allSolved, proveAll, lab, growth, install',
    ],
    ['npm run bench -- --quick', 'each once, to see that it works'],
    ['npm run bench -- --json', 'for programs; times in seconds, memory in MiB'],
  ],
  flags: { json: 'boolean', only: 'string', quick: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { json, only, quick }) => {
  if (names.length > 0) throw new UsageError(`A part is named with --only; got ${list(names)}.`);
  const parts = partsOf(only);
  const root = process.cwd();
  katasHere(root);
  if (!bringAuthorsPackages()) process.exit(1);
  const measured: Record<string, unknown> = {};
  for (const part of parts) {
    show(`measuring ${part}`, process.stderr);
    measured[part] = await PARTS[part](root, quick ? 1 : SAMPLES);
  }
  if (json) console.log(JSON.stringify(measured, fourDigits, 2));
  else show(`\n${renderBench(measured as Bench, terminalStyle())}\n`);
});
