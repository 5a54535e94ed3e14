import { chooseKatas } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { bringAuthorsPackages } from '../command/packages.ts';
import { attemptsOf } from '../course/attempts.ts';
import { type Judgement, judge } from '../judging/judge.ts';
import { runSubjects } from '../judging/run-subjects.ts';
import { count } from '../text/english.ts';
import { show } from '../text/print.ts';
import { batchesOf } from './prove/batches.ts';
import { strayFiles } from './prove/strays.ts';
import { checkTimelines } from './prove/timelines.ts';

/** What vitest keeps of a file adds up to a quarter of a MiB. */
const FILES_AT_ONCE = 600;

export interface Proof {
  readonly ok: boolean;
  readonly katas: readonly Judgement[];
  readonly problems: readonly string[];
}

/**
 * Proves the katas of these names; all of them without a name.
 *
 * @param write puts the timelines of the references into the lessons, instead of complaining about old ones
 * @throws {UsageError} for a name that no kata has
 */
export async function prove(root: string, names: readonly string[], write = false): Promise<Proof> {
  const katas = chooseKatas(root, names);
  const problems: string[] = [];
  if (names.length === 0) {
    problems.push(
      ...strayFiles(root).map(
        (file) => `${file} belongs to no kata. Move it, or name it after one.`,
      ),
    );
  }
  const judged: Judgement[] = [];
  const tried = katas.map((kata) => ({ kata, attempts: attemptsOf(kata) }));
  for (const batch of batchesOf(tried, ({ attempts }) => 2 + attempts.length, FILES_AT_ONCE)) {
    const own = batch.map(({ kata }) => kata);
    const results = await runSubjects(root, own);
    judged.push(...batch.map(({ kata, attempts }) => judge(kata, attempts, results, problems)));
    problems.push(...checkTimelines(root, own, results, write));
  }
  return { ok: problems.length === 0, katas: judged, problems };
}

/** A line a kata, then the problems, then the verdict. */
export function renderProof({ katas, problems }: Proof): string {
  const lines = katas.map((kata) => {
    const wrong = kata.attempts.filter(({ kind }) => kind === 'wrong').length;
    const bad = problems.some((problem) => problem.startsWith(`${kata.kata}:`));
    return `${bad ? '✗' : '✓'} ${kata.kata}: ${kata.tests.length} tests, ${wrong} wrong and ${kata.attempts.length - wrong} right attempts`;
  });
  const failed = lines.filter((line) => line.startsWith('✗')).length;
  const verdict =
    problems.length === 0
      ? `All ${katas.length} katas are proven.`
      : `${count(problems.length, 'problem')}; ${failed} of ${katas.length} katas are not proven.`;
  return [...lines, '', ...problems.flatMap((problem) => [problem, '']), verdict].join('\n');
}

const usage = {
  does: 'For authors: runs every known right and wrong attempt at a kata against its spec.',
  ways: [
    ['npm run prove', 'all katas'],
    ['npm run prove in-order', 'only that kata; several names work too'],
    ['npm run prove -- --json', 'for programs'],
    ['npm run prove -- --write', 'draws the timelines in the lessons again'],
  ],
  takesKata: true,
  flags: { json: 'boolean', write: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { json, write }) => {
  if (!bringAuthorsPackages()) process.exit(1);
  const proof = await prove(process.cwd(), names, write);
  if (json) {
    console.log(JSON.stringify({ ok: proof.ok, katas: proof.katas }, null, 2));
    for (const problem of proof.problems) console.error(problem);
  } else show(renderProof(proof));
  process.exitCode = proof.ok ? 0 : 1;
});
