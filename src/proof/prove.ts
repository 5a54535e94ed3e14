import { count } from '../lab/words.ts';
import { chooseKatas } from '../tutor/choose.ts';
import { command } from '../tutor/command.ts';
import { show } from '../tutor/show.ts';
import { attemptsOf } from './attempt.ts';
import { type Judgement, judge } from './judge.ts';
import { bringAuthorsPackages } from './packages.ts';
import { runSubjects } from './run-subjects.ts';
import { strayFiles } from './strays.ts';
import { checkTimelines } from './timelines.ts';

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
  const attempts = katas.map(attemptsOf);
  const files = katas.flatMap((kata, i) => [
    kata.stub,
    kata.reference,
    ...(attempts[i] ?? []).map(({ file }) => file),
  ]);
  // To be told the names of all is no news to vitest, and it would compare each with each.
  const results = await runSubjects(root, names.length === 0 ? [] : files);
  const judged = katas.map((kata, i) => judge(kata, attempts[i] ?? [], results, problems));
  problems.push(...checkTimelines(root, katas, results, write));
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

const flags = {
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
} as const;

await command(import.meta.filename, flags, async (names, { json, write }) => {
  if (!bringAuthorsPackages()) process.exit(1);
  const proof = await prove(process.cwd(), names, write);
  if (json) {
    console.log(JSON.stringify({ ok: proof.ok, katas: proof.katas }, null, 2));
    for (const problem of proof.problems) console.error(problem);
  } else show(renderProof(proof));
  process.exitCode = proof.ok ? 0 : 1;
});
