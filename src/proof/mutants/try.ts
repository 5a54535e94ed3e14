import { existsSync, readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { attemptsOf } from '../../course/attempts.ts';
import type { Kata } from '../../course/katas.ts';
import { batchesOf } from '../prove/batches.ts';
import { EXCUSES, type Excuse, excusesOf } from './excuses.ts';
import { instrumenter, type Mutant, type Mutated } from './instrument.ts';
import { type Fate, type Fates, runMutants } from './run.ts';

/** Changes in a line that no test notices; as an excuse has it, with a reason in the place of `at`. */
export interface Survivor {
  /** `3-in-order.ts` for the reference, `right-reduce.ts` for an attempt. */
  readonly file: string;
  /** Which line it is, counted from 1. */
  readonly at: number;
  readonly line: string;
  readonly mutants: readonly string[];
}

/** How many small changes were made of what is right, and what came of them. */
export interface OfKata {
  readonly kata: string;
  readonly made: number;
  readonly noticed: number;
  readonly excused: number;
  readonly survived: number;
  readonly untried: number;
  /** Those without an excuse. */
  readonly survivors: readonly Survivor[];
}

export interface Tried {
  readonly ok: boolean;
  readonly katas: readonly OfKata[];
  /** Katas of which nothing is changed: their answers are tests, which the subjects of the spec judge. */
  readonly tests: readonly string[];
  readonly problems: readonly string[];
}

/** What vitest keeps of one is that of as many tests as the spec has. */
const MUTANTS_AT_ONCE = 5000;

/** Makes all small changes of the references and the right attempts, and looks which ones no test notices. */
export async function tryMutants(root: string, katas: readonly Kata[]): Promise<Tried> {
  const problems: string[] = [];
  const made: { kata: Kata; files: Mutated[] }[] = [];
  const mutate = await instrumenter();
  const tests = katas.filter(writesTest);
  for (const kata of katas) {
    if (tests.includes(kata)) continue;
    const files: Mutated[] = [];
    for (const file of answersOf(kata)) {
      try {
        files.push(await mutate(file, kata.stub));
      } catch (error) {
        problems.push(`${below(root, file)} ${whyNot(file, error)}`);
      }
    }
    made.push({ kata, files });
  }
  const judged: OfKata[] = [];
  const size = ({ files }: { files: Mutated[] }) => files.flatMap(({ mutants }) => mutants).length;
  for (const batch of batchesOf(made, size, MUTANTS_AT_ONCE)) {
    const all = batch.flatMap(({ files }) => files);
    const fates = await runMutants(root, all);
    for (const { kata, files } of batch) judged.push(judge(root, kata, files, fates, problems));
  }
  const isNone = judged.every(({ survivors }) => survivors.length === 0);
  return {
    ok: isNone && problems.length === 0,
    katas: judged,
    tests: tests.map(({ id }) => id),
    problems,
  };
}

/**
 * Whether the answer is itself a test. Nearly every small change of one is as good a test: another number, another
 * order. Only implementations tell whether it notices what it should.
 */
const writesTest = ({ spec }: Kata) => /\bjudging\b/.test(readFileSync(spec, 'utf8'));

/** The reference and the right attempts. */
function answersOf(kata: Kata): string[] {
  const rights = attemptsOf(kata).filter(({ kind }) => kind === 'right');
  return [kata.reference, ...rights.map(({ file }) => file)];
}

/** Why a file cannot be changed. */
function whyNot(file: string, error: unknown): string {
  if (!existsSync(file)) return 'is missing.';
  const [first = ''] = `${(error as Error).message}`.replaceAll(`${file}: `, '').split('\n');
  return `cannot be read: ${first}`;
}

const below = (root: string, file: string) => relative(root, file).replaceAll('\\', '/');

function judge(
  root: string,
  kata: Kata,
  files: readonly Mutated[],
  fates: ReadonlyMap<string, Fates>,
  problems: string[],
): OfKata {
  const excuses = excusesOf(root, kata, problems);
  const excused = new Set(excuses.flatMap(keysOf));
  const used = new Set<string>();
  const survivors: Survivor[] = [];
  const counts = { made: 0, noticed: 0, excused: 0, survived: 0, untried: 0 };
  for (const { file, mutants } of files) {
    const name = basename(file);
    const { of, problem } = fates.get(file) as Fates;
    if (problem) problems.push(`${below(root, file)}: ${problem}`);
    for (const mutant of mutants) {
      const fate = of.get(mutant.id) as Fate;
      const key = keyOf(name, mutant.text, mutant.change);
      const isExcused = fate === 'survived' && excused.has(key);
      counts.made++;
      counts[isExcused ? 'excused' : fate]++;
      if (isExcused) used.add(key);
      else if (fate === 'survived') add(survivors, name, mutant);
    }
  }
  if (counts.untried === 0) problems.push(...stale(kata, excuses, used));
  return { kata: kata.id, ...counts, survivors };
}

function add(survivors: Survivor[], file: string, { line: at, text, change }: Mutant): void {
  const found = survivors.findIndex((it) => it.file === file && it.at === at);
  const mutants = [...(survivors[found]?.mutants ?? []), change];
  survivors.splice(found < 0 ? survivors.length : found, 1, { file, at, line: text, mutants });
}

const keyOf = (file: string, line: string, change: string) => `${file}\n${line}\n${change}`;

const keysOf = ({ file, line, mutants }: Excuse) =>
  mutants.map((change) => keyOf(file, line, change));

/** Excuses for what a test notices, or for what is not there. */
function stale(kata: Kata, excuses: readonly Excuse[], used: ReadonlySet<string>): string[] {
  return excuses.flatMap(({ file, line, mutants }) =>
    mutants
      .filter((change) => !used.has(keyOf(file, line, change)))
      .map(
        (change) =>
          `solutions/${kata.id}/${EXCUSES} excuses «${change}» of ${file}, in «${line}», and no such mutant survives. Take it out.`,
      ),
  );
}
