import { parseArgs } from 'node:util';
import { katasOf } from '../course.ts';
import { attemptsOf } from './attempt.ts';
import { type Judgement, judge } from './judge.ts';
import { runSubjects } from './run-subjects.ts';
import { strayFiles } from './strays.ts';
import { checkTimelines } from './timelines.ts';

export interface Proof {
  readonly ok: boolean;
  readonly katas: readonly Judgement[];
  readonly problems: readonly string[];
}

/**
 * Proves the katas whose ids hold one of these names; all of them without a name.
 *
 * @param write puts the timelines of the references into the lessons, instead of complaining about old ones
 */
export async function prove(root: string, names: readonly string[], write = false): Promise<Proof> {
  const katas = katasOf(root).filter(
    ({ id }) => names.length === 0 || names.some((name) => id.includes(name)),
  );
  const problems: string[] = [];
  if (katas.length === 0) problems.push(`No kata is called ${names.join(' or ')}.`);
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
  const results = katas.length > 0 ? await runSubjects(root, files) : new Map();
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
      : `${problems.length} problems; ${failed} of ${katas.length} katas are not proven.`;
  return [...lines, '', ...problems.flatMap((problem) => [problem, '']), verdict].join('\n');
}

if (import.meta.filename === process.argv[1]) {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const proof = await prove(process.cwd(), positionals, values.write);
  if (values.json) {
    console.log(JSON.stringify({ ok: proof.ok, katas: proof.katas }, null, 2));
    for (const problem of proof.problems) console.error(problem);
  } else {
    console.log(renderProof(proof));
  }
  process.exitCode = proof.ok ? 0 : 1;
}
