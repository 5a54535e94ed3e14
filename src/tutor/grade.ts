/** For whoever grades: which promises somebody's code keeps, and whether the verdict can be relied on. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { unknownName } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { withQuietStdout } from '../command/quiet.ts';
import { UsageError } from '../command/usage-error.ts';
import { type Kata, katasOf } from '../course/katas.ts';
import { findKatas } from '../course/names.ts';
import type { KataStanding } from '../judging/standing.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { type Grade, type GradedKata, renderGrade } from './grade/page.ts';
import { createStage, runSpecs, writeStandIn } from './grade/run.ts';
import {
  type Changes,
  changesOf,
  fingerprintsIn,
  type Trusted,
  trustFolder,
  trustHistory,
} from './grade/trust.ts';
import { gitIn, isRepository } from './own/git.ts';
import { explainBroken } from './page/broken.ts';

interface Task {
  /** The folder of the course that grades. */
  readonly home: string;
  /** The folder whose answers are graded. */
  readonly work: string;
  readonly names: readonly string[];
  readonly junit: string | undefined;
}

/** The specs that count are ours for somebody else's work, and the published ones for our own. */
function trusted(home: string, work: string): Trusted {
  if (work !== home) return trustFolder(home, 'those of the course that grades');
  const git = gitIn(home, 'The published specs come by git');
  return (isRepository(git) && trustHistory(git)) || trustFolder(home, null);
}

async function grade({ home, work, names, junit }: Task): Promise<Grade> {
  const trust = trusted(home, work);
  const changes = changesOf(trust, fingerprintsIn(work));
  const stage = createStage(home, work, trust);
  try {
    const chosen = names.flatMap((name) => {
      const found = findKatas(stage.katas, name, home);
      if (found.length === 0) throw unknownName(stage.katas, name, home);
      return found;
    });
    const katas = stage.katas.filter((kata) => names.length === 0 || chosen.includes(kata));
    const { standings, stray } = await runSpecs(stage.root, katas, junit);
    const problems = new Map(
      standings.flatMap((standing) => {
        const problem = problemOf(stage.root, standing);
        return problem ? [[standing.kata, problem] as const] : [];
      }),
    );
    const titles = await titlesOf(stage.root, katas, problems, junit);
    const graded = standings.map((standing) =>
      gradedKata(
        stage.root,
        standing,
        titles.get(standing.kata) ?? [],
        problems.get(standing.kata),
        changes,
      ),
    );
    return {
      points: sum(graded.map(({ points }) => points)),
      max: sum(graded.map(({ max }) => max)),
      specs: trust.name,
      problems: [
        ...changes.course,
        ...stray.map((message) => `Outside of every test: ${belowStage(stage.root, message)}`),
      ],
      katas: graded,
    };
  } finally {
    stage.remove();
  }
}

/** What the specs promise that could not be run: known once there is a stub that can be loaded. */
async function titlesOf(
  root: string,
  katas: readonly Kata[],
  problems: ReadonlyMap<Kata, Problem>,
  junit: string | undefined,
): Promise<Map<Kata, string[]>> {
  if (problems.size === 0) return new Map();
  for (const [kata, { text }] of problems) writeStandIn(kata, text);
  // A report has all of them in one file.
  const again = junit ? katas : [...problems.keys()];
  const { standings } = await runSpecs(root, again, junit);
  return new Map(standings.map(({ kata, promises }) => [kata, promises.map(({ title }) => title)]));
}

interface Problem {
  readonly status: 'broken' | 'missing';
  readonly text: string;
}

/** Why a kata could not be run; undefined when it was. */
function problemOf(root: string, standing: KataStanding): Problem | undefined {
  const { kata, broken, promises } = standing;
  const stub = statSync(kata.stub, { throwIfNoEntry: false });
  if (!stub) return { status: 'missing', text: `katas/${kata.id}.ts is missing.` };
  if (broken === undefined && promises.length > 0) return undefined;
  const text = explainBroken(standing, broken ?? 'None of its tests was run.', Infinity);
  return { status: 'broken', text: belowStage(root, text) };
}

/** The text with paths as they are in the graded folder. */
function belowStage(root: string, text: string): string {
  const written = [root, relative(process.cwd(), root)].map((folder) => `${folder}${sep}`);
  const all = written.flatMap((folder) => [folder, folder.replaceAll('\\', '/')]);
  return all.reduce((it, folder) => it.replaceAll(folder, ''), text);
}

function gradedKata(
  root: string,
  { kata, status, promises }: KataStanding,
  titles: readonly string[],
  problem: Problem | undefined,
  changes: Changes,
): GradedKata {
  const change = changes.katas.get(kata.id);
  const graded = problem
    ? titles.map((title) => ({ title, kept: false, message: problem.text }))
    : promises.map(({ title, state, message }) => ({
        title,
        kept: state === 'passed',
        message: state === 'passed' ? null : belowStage(root, message ?? 'It was not run.'),
      }));
  return {
    kata: kata.id,
    status: problem?.status ?? (status === 'unknown' ? 'failing' : status),
    points: graded.filter(({ kept }) => kept).length,
    max: graded.length,
    problems: [...(problem ? [problem.text] : []), ...(change ? [change] : [])],
    promises: graded,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function folderOfWork(home: string, given: string | undefined): string {
  const work = resolve(home, given ?? '.');
  if (!statSync(join(work, 'katas'), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(
      `${given ?? 'This folder'} has no folder katas: it should be a copy of the course.`,
    );
  return work;
}

const usage = {
  does: 'For teachers: tells as JSON which promises are kept, and what was tampered with. It ends with 0 whatever the points.',
  ways: [
    ['npm run grade', 'the answers in this folder'],
    ['npm run grade in-order', 'that kata; several names are all right'],
    ['npm run grade -- --work <folder>', "somebody else's answers, with the specs of this folder"],
    ['npm run grade -- --json <file>', 'the JSON in a file, and a page in its place'],
    ['npm run grade -- --junit <file>', 'a JUnit report as well'],
  ],
  takesKata: true,
  flags: { work: 'string', json: 'string', junit: 'string' },
} as const;

await command(import.meta.filename, usage, async (names, { work: given, json, junit }) => {
  const home = process.cwd();
  if (katasOf(home).length === 0)
    throw new UsageError('There is no kata here: run the command in the folder of the course.');
  const task = { home, work: folderOfWork(home, given), names, junit: junit && resolve(junit) };
  const graded = await withQuietStdout(() => grade(task));
  const text = `${JSON.stringify(graded, null, 2)}\n`;
  if (json === undefined) return void process.stdout.write(text);
  mkdirSync(dirname(resolve(json)), { recursive: true });
  writeFileSync(json, text);
  show(`\n${renderGrade(graded, terminalStyle())}\n`);
});
