/** For teachers: which tests an answer passes, and whether that can be relied on. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { chooseKatas, katasHere } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { withQuietStdout } from '../command/quiet.ts';
import { UsageError } from '../command/usage-error.ts';
import type { KataStanding } from '../judging/standing.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { type Grade, type GradedKata, renderGrade } from './grade/page.ts';
import { createStage, runSpecs, writeStandIn } from './grade/run.ts';
import { changesIn, trustedFor } from './grade/trust.ts';
import { explainBroken } from './page/broken.ts';

interface Task {
  /** The folder of the course that grades. */
  readonly home: string;
  /** The folder whose answers are graded. */
  readonly work: string;
  readonly names: readonly string[];
  readonly junit: string | undefined;
}

async function grade({ home, work, names, junit }: Task): Promise<Grade> {
  const trusted = trustedFor(work, home);
  const changes = changesIn(work, home, trusted);
  const { root, katas, remove } = createStage(home, work, trusted);
  try {
    const chosen = chooseKatas(home, names, katas);
    const { standings, stray } = await runSpecs(root, chosen, junit);
    const problems = new Map(
      standings.flatMap((standing) => {
        const problem = problemOf(root, standing);
        return problem ? [[standing.kata, problem] as const] : [];
      }),
    );
    for (const [kata, { text }] of problems) writeStandIn(kata, text);
    // The tests of a spec are known once its stub can be loaded. A report has all of them in one file.
    const broken = [...problems.keys()];
    const again =
      broken.length > 0 ? await runSpecs(root, junit ? chosen : broken, junit) : undefined;
    const graded = standings.map((first) => {
      const { kata } = first;
      const problem = problems.get(kata);
      const second = problem && again?.standings.find((standing) => standing.kata === kata);
      return gradedKata(root, second ?? first, problem, changes.katas.get(kata.id));
    });
    return {
      points: sum(graded.map(({ points }) => points)),
      max: sum(graded.map(({ max }) => max)),
      specs: trusted.name,
      problems: [
        ...changes.course,
        ...stray.map((message) => `Outside of every test: ${belowStage(root, message)}`),
      ],
      katas: graded,
    };
  } finally {
    remove();
  }
}

interface Problem {
  readonly status: 'broken' | 'missing';
  readonly text: string;
}

/** Why a kata could not be run; undefined when it was. */
function problemOf(root: string, standing: KataStanding): Problem | undefined {
  const { kata, broken, tests } = standing;
  const stub = statSync(kata.stub, { throwIfNoEntry: false });
  if (!stub) return { status: 'missing', text: `katas/${kata.id}.ts is missing.` };
  if (broken === undefined && tests.length > 0) return undefined;
  const text = explainBroken(standing, broken ?? 'None of its tests was run.', Infinity);
  return { status: 'broken', text: belowStage(root, text) };
}

/** The text with paths as they are in the graded folder. */
function belowStage(root: string, text: string): string {
  const written = [root, relative(process.cwd(), root)].map((folder) => `${folder}${sep}`);
  const all = written.flatMap((folder) => [folder, folder.replaceAll('\\', '/')]);
  return all.reduce((it, folder) => it.replaceAll(folder, ''), text);
}

/** @param problem what kept it from being run; there is no point then for any of its tests */
function gradedKata(
  root: string,
  { kata, status, tests }: KataStanding,
  problem: Problem | undefined,
  change: string | undefined,
): GradedKata {
  const graded = tests.map(({ title, state, message = 'It was not run.' }) => {
    const passed = state === 'passed' && !problem;
    return { title, passed, message: passed ? null : (problem?.text ?? belowStage(root, message)) };
  });
  return {
    kata: kata.id,
    status: problem?.status ?? (status === 'unknown' ? 'failing' : status),
    points: graded.filter(({ passed }) => passed).length,
    max: graded.length,
    problems: [problem?.text, change].filter((text) => text !== undefined),
    tests: graded,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

const usage = {
  does: 'For teachers: prints as JSON which tests pass, and what was changed. The exit code is 0 whatever the points. Specs that a student changed never count; but their code runs with your rights, so keep secrets out of its reach.',
  ways: [
    ['npm run grade', 'the answers in this folder'],
    ['npm run grade in-order', 'only that kata; several names work too'],
    ['npm run grade -- --work <folder>', "somebody else's answers, with the specs of this folder"],
    ['npm run grade -- --json <file>', 'the JSON in a file, and a page in its place'],
    ['npm run grade -- --junit <file>', 'a JUnit report as well'],
  ],
  takesKata: true,
  flags: { work: 'string', json: 'string', junit: 'string' },
} as const;

await command(import.meta.filename, usage, async (names, { work: given = '.', json, junit }) => {
  const home = process.cwd();
  katasHere(home);
  const work = resolve(home, given);
  if (!statSync(join(work, 'katas'), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${given} has no folder katas: it should be a copy of the course.`);
  const task = { home, work, names, junit: junit && resolve(junit) };
  const graded = await withQuietStdout(() => grade(task));
  const text = `${JSON.stringify(graded, null, 2)}\n`;
  if (json === undefined) return void process.stdout.write(text);
  mkdirSync(dirname(resolve(json)), { recursive: true });
  writeFileSync(json, text);
  show(`\n${renderGrade(graded, terminalStyle())}\n`);
});
