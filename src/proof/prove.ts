import { chooseKatas } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { bringAuthorsPackages } from '../command/packages.ts';
import { UsageError } from '../command/usage-error.ts';
import { attemptsOf } from '../course/attempts.ts';
import type { Kata } from '../course/katas.ts';
import { checkShipped, staleShipped } from '../judging/as-shipped.ts';
import { type Judgement, judge } from '../judging/judge.ts';
import { runSubjects } from '../judging/run-subjects.ts';
import { count } from '../text/english.ts';
import { show } from '../text/print.ts';
import { renderTried } from './mutants/page.ts';
import { tryMutants } from './mutants/try.ts';
import { bringPackages } from './packages/bring.ts';
import { COURSE, SOURCE, writeCourse } from './packages/course.ts';
import { renderPackages } from './packages/page.ts';
import { tryAnswers } from './packages/run.ts';
import { batchesOf } from './prove/batches.ts';
import { ProvenBefore } from './prove/proven-before.ts';
import { strayAttempts, strayFiles } from './prove/strays.ts';
import { checkTimelines } from './prove/timelines.ts';
import { renderScenes } from './random/page.ts';
import { tryScenes } from './random/try.ts';

/** What vitest keeps of a file adds up to a quarter of a MiB. */
const FILES_AT_ONCE = 600;

export interface Proof {
  readonly ok: boolean;
  readonly katas: readonly Judgement[];
  /** Of them, those that were proven by an earlier run, and of which nothing has changed since. */
  readonly before: readonly string[];
  readonly problems: readonly string[];
}

interface How {
  /** Proves also what was proven before. */
  readonly all?: boolean;
  /**
   * Mends instead of complaining: puts the timelines of the references into the lessons, and notes stubs and specs
   * in `katas/as-shipped.json`, without those of katas that are gone.
   */
  readonly write?: boolean;
}

/**
 * Proves the katas of these names; all of them without a name.
 *
 * @throws {UsageError} for a name that no kata has
 */
export async function prove(
  root: string,
  names: readonly string[],
  { all = false, write = false }: How = {},
): Promise<Proof> {
  const katas = chooseKatas(root, names);
  const isWhole = names.length === 0;
  const problems = [
    ...(isWhole ? strayFiles(root) : []),
    ...katas.flatMap((kata) => strayAttempts(root, kata)),
    ...(isWhole && !write ? staleShipped(root) : []),
  ];
  const provenBefore = new ProvenBefore(root);
  const judged = new Map<Kata, Judgement>();
  for (const kata of katas) {
    const judgement = provenBefore.recall(kata);
    if (judgement && !all && !write) judged.set(kata, judgement);
  }
  const before = [...judged.keys()].map(({ id }) => id);
  const tried = katas
    .filter((kata) => !judged.has(kata))
    .map((kata) => ({ kata, attempts: attemptsOf(kata) }));
  for (const batch of batchesOf(tried, ({ attempts }) => 2 + attempts.length, FILES_AT_ONCE)) {
    const own = batch.map(({ kata }) => kata);
    const results = await runSubjects(root, own);
    for (const { kata, attempts } of batch) {
      const found: string[] = [];
      const judgement = judge(kata, attempts, results, found);
      found.push(...checkTimelines(root, [kata], results, write));
      if (found.length > 0) provenBefore.forget(kata);
      else if (!write) provenBefore.remember(kata, judgement);
      judged.set(kata, judgement);
      problems.push(...found);
    }
  }
  provenBefore.keep();
  const stubs = katas.filter((kata) => judged.get(kata)?.stub);
  problems.push(...checkShipped(root, stubs, write));
  return {
    ok: problems.length === 0,
    katas: katas.map((kata) => judged.get(kata) as Judgement),
    before,
    problems,
  };
}

/** A line a kata, then the problems, then the verdict. */
export function renderProof({ katas, before, problems }: Proof): string {
  const lines = katas.map((kata) => {
    const wrong = kata.attempts.filter(({ kind }) => kind === 'wrong').length;
    const bad = problems.some((problem) => problem.startsWith(`${kata.kata}:`));
    return `${bad ? '✗' : '✓'} ${kata.kata}: ${kata.tests.length} tests, ${wrong} wrong and ${kata.attempts.length - wrong} right attempts`;
  });
  const failed = lines.filter((line) => line.startsWith('✗')).length;
  const all = katas.length === 1 ? 'The kata is' : `All ${katas.length} katas are`;
  const found = count(problems.length, 'problem');
  const outside = problems.length > 0 ? `${found} outside the katas. ` : '';
  const verdict =
    failed === 0
      ? `${outside}${all} proven.`
      : `${found}; ${failed} of ${katas.length} katas are not proven.`;
  const old =
    before.length > 0 &&
    `${before.length} of ${katas.length} proven by an earlier run: nothing that they rest on has changed since. Again: npm run prove -- --all`;
  return [...lines, '', ...problems.flatMap((problem) => [problem, '']), verdict, old]
    .filter((line) => line !== false)
    .join('\n');
}

/** The scenes of the same seed are the same. */
const SCENES = { runs: 400, seed: 1 };

const usage = {
  does: 'For authors: runs every known right and wrong attempt at a kata against its spec.',
  ways: [
    ['npm run prove', 'all katas; what was proven before, only if something has changed'],
    ['npm run prove -- --all', 'all katas again'],
    ['npm run prove in-order', 'only that kata; several names work too'],
    ['npm run prove -- --json', 'for programs'],
    [
      'npm run prove -- --write',
      'draws the timelines in the lessons again, and notes stubs and specs in katas/as-shipped.json',
    ],
    [
      'npm run prove -- --mutants',
      'makes every small change of what is right, and lists those that no test notices',
    ],
    [
      'npm run prove -- --random',
      `the same random scenes for all answers, by default --runs ${SCENES.runs} --seed ${SCENES.seed}: what is right should not differ, and what is wrong should`,
    ],
    [
      'npm run prove -- --packages',
      'runs answers that are built on packages from npm, alone and among others; this needs the network',
    ],
  ],
  takesKata: true,
  flags: {
    all: 'boolean',
    json: 'boolean',
    mutants: 'boolean',
    packages: 'boolean',
    random: 'boolean',
    runs: 'string',
    seed: 'string',
    write: 'boolean',
  },
} as const;

await command(import.meta.filename, usage, async (names, typed) => {
  const { all, json, mutants, packages, random, runs, seed, write } = typed;
  for (const way of ['packages', 'random', 'mutants'] as const) {
    const other = (['all', 'mutants', 'packages', 'random', 'write'] as const).find(
      (flag) => flag !== way && typed[flag],
    );
    if (typed[way] && other) throw new UsageError(`--${way} comes alone; got --${other} as well.`);
  }
  const wanted = numbersIn({ runs, seed }, random);
  const root = process.cwd();
  const katas = chooseKatas(root, names);
  if (!bringAuthorsPackages()) process.exit(1);
  if (packages) {
    if (!bringPackages(SOURCE, COURSE)) process.exit(1);
    writeCourse();
    tell(await tryAnswers(COURSE, chooseKatas(COURSE, names)), renderPackages, json);
  } else if (random) tell(await tryScenes(root, katas, wanted), renderScenes, json);
  else if (mutants) tell(await tryMutants(root, katas), renderTried, json);
  else tell(await prove(root, names, { all, write }), renderProof, json);
});

/** @throws {UsageError} for what is no whole number from 1 on, or without `--random` */
function numbersIn(typed: Record<'runs' | 'seed', string | undefined>, isWanted: boolean) {
  const numbers = { ...SCENES };
  for (const [flag, text] of Object.entries(typed)) {
    if (text === undefined) continue;
    if (!isWanted) throw new UsageError(`--${flag} is for --random.`);
    if (!/^[1-9]\d{0,8}$/.test(text))
      throw new UsageError(`--${flag} is a whole number from 1 on; got ${text}.`);
    numbers[flag as 'runs' | 'seed'] = Number(text);
  }
  return numbers;
}

function tell<T extends { ok: boolean; problems: readonly string[] }>(
  proof: T,
  render: (proof: T) => string,
  asJson: boolean,
): void {
  const { problems, ...rest } = proof;
  if (asJson) {
    console.log(JSON.stringify(rest, null, 2));
    for (const problem of problems) console.error(problem);
  } else show(render(proof));
  process.exitCode = proof.ok ? 0 : 1;
}
