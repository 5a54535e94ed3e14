/** Whether answers on packages have the verdict that they should, and the same one in any order. */
import { relative } from 'node:path';
import type { TestModule } from 'vitest/node';
import type { Kata } from '../../course/katas.ts';
import { createRerunner } from '../../runner/collect.ts';
import { type Answer, answersTo } from './course.ts';

/** What shuffles a crowd. */
const SEEDS = [1, 2];

/** One worker, so that whatever is run comes after all that was run before. */
const CROWD = { maxWorkers: 1, fileParallelism: false };

export interface Tried extends Answer {
  /** `pass`, or what its failures say; by itself, and among all others in several orders. */
  readonly alone: string;
  readonly crowd: readonly string[];
}

export interface TriedPackages {
  readonly ok: boolean;
  readonly answers: readonly Tried[];
  readonly problems: readonly string[];
}

/** @param root the course of the answers, in which the packages are found */
export async function tryAnswers(root: string, katas: readonly Kata[]): Promise<TriedPackages> {
  const answers = answersTo(katas);
  const files = answers.map(({ file }) => file);
  const references = katas.map(({ reference }) => reference);
  const [alone] = await verdictsOn(root, files, {}, [undefined]);
  const crowds = await verdictsOn(root, [...references, ...files], CROWD, SEEDS);
  const tried = answers.map((answer) => ({
    ...answer,
    alone: alone?.get(answer.file) ?? NOT_RUN,
    crowd: crowds.map((crowd) => crowd.get(answer.file) ?? NOT_RUN),
  }));
  const problems = tried.flatMap(problemsOf);
  return { ok: problems.length === 0, answers: tried, problems };
}

export const PASS = 'pass';

const NOT_RUN = 'It was not run.';

async function verdictsOn(
  root: string,
  files: readonly string[],
  options: object,
  seeds: readonly (number | undefined)[],
): Promise<ReadonlyMap<string, string>[]> {
  const include = files.map((file) => relative(root, file).replaceAll('\\', '/'));
  const rerunner = await createRerunner('subjects', root, { include, ...options });
  const all: Map<string, string>[] = [];
  for (const seed of seeds) {
    const { modules } = await rerunner.run(seed);
    all.push(new Map([...modules].map(([file, module]) => [file, verdictOn(module)])));
  }
  await rerunner.close();
  return all;
}

function verdictOn(module: TestModule): string {
  const [error] = module.errors();
  if (error) return error.message;
  const tests = [...module.children.allTests()];
  const failed = tests.filter((test) => test.result().state !== 'passed');
  // In an order that nothing shuffles.
  const told = failed.map((it) => `«${it.fullName}»: ${it.result().errors?.[0]?.message}`).sort();
  return told.join('\n') || (tests.length > 0 ? PASS : NOT_RUN);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function problemsOf({ kata, name, kind, says, alone, crowd }: Tried): string[] {
  const named = `${kata}/${name}`;
  const verdicts = [...new Set([alone, ...crowd])];
  if (kind === 'right')
    return verdicts.filter((it) => it !== PASS).map((it) => `${named} is right, and fails ${it}`);
  if (says === undefined) return [`${named} says with no «// Says: <words>» line what is told.`];
  return verdicts
    .filter((it) => it === PASS || !oneLine(it).includes(oneLine(says)))
    .map((it) => `${named} is wrong, and «${says}» is not said: ${it}`);
}
