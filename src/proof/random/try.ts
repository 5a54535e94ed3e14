import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attemptsOf } from '../../course/attempts.ts';
import type { Kata } from '../../course/katas.ts';
import { count, list } from '../../text/english.ts';
import { type Played, runScenes } from './run.ts';
import type { Found, Verdict, Wanted } from './scenes.ts';

/** In the folder of a kata's attempts. */
export const SCENES = 'scenes.ts';

/** How the attempts at a kata compare with its reference. */
export interface Compared {
  readonly kata: string;
  /** Whether it has no function to call: learners predict what a program logs. */
  readonly isPrediction: boolean;
  /** How many attempts agree with the reference in all scenes. */
  readonly agree: number;
  readonly differ: readonly (Found & { readonly attempt: string })[];
  /** How many wrong attempts differ from it in one of them. */
  readonly noticed: number;
  readonly excused: readonly { readonly attempt: string; readonly why: string }[];
  /** Wrong attempts that never differ. */
  readonly unnoticed: readonly string[];
  readonly problems: number;
}

export interface Tried extends Wanted {
  readonly ok: boolean;
  readonly katas: readonly Compared[];
  readonly problems: readonly string[];
}

const NOTHING = {
  isPrediction: false,
  agree: 0,
  noticed: 0,
  differ: [],
  excused: [],
  unnoticed: [],
};

/** Runs the same random scenes on the reference and on every attempt, and looks where they differ. */
export async function tryScenes(
  root: string,
  katas: readonly Kata[],
  wanted: Wanted,
): Promise<Tried> {
  const files = katas.map(({ attempts }) => join(attempts, SCENES)).filter(existsSync);
  const played = await runScenes(root, files, wanted);
  const problems: string[] = [];
  const compared = katas.map((kata) => {
    const before = problems.length;
    const all = compare(kata, played.get(kata.attempts), wanted, problems);
    return { ...all, kata: kata.id, problems: problems.length - before };
  });
  const differing = compared.filter(({ differ }) => differ.length > 0);
  const ok = problems.length === 0 && differing.length === 0;
  return { ok, ...wanted, katas: compared, problems };
}

type Counted = Omit<Compared, 'kata' | 'problems'>;

function compare(
  kata: Kata,
  played: Played | undefined,
  { runs }: Wanted,
  problems: string[],
): Counted {
  const file = `solutions/${kata.id}/${SCENES}`;
  if (!played) {
    const isPrediction = isPredicted(kata.stub);
    if (!isPrediction) problems.push(`${kata.id} has a function to call, and no ${file}.`);
    return { ...NOTHING, isPrediction };
  }
  const { verdicts, problem } = played;
  if (problem) problems.push(`${file} could not be run: ${problem}`);
  const attempts = attemptsOf(kata).map(({ name }) => name.slice(0, -'.ts'.length));
  const counted = { ...NOTHING, differ: [], excused: [], unnoticed: [] } as Changing<Counted>;
  for (const [attempt, verdict] of verdicts) {
    if (!attempts.includes(attempt))
      problems.push(`${file} excuses ${attempt}, and there is no such attempt. Take it out.`);
    else if (typeof verdict === 'string')
      problems.push(`${kata.id}: ${attempt} could not be compared: ${verdict}`);
    else problems.push(...add(counted, file, attempt, verdict));
  }
  for (const attempt of attempts.filter((name) => !problem && !verdicts.has(name)))
    problems.push(`${kata.id}: ${attempt} was not compared.`);
  const { unnoticed } = counted;
  if (unnoticed.length > 0)
    problems.push(
      `${kata.id}: ${list(unnoticed)} never ${unnoticed.length === 1 ? 'differs' : 'differ'} from the reference in ${count(runs, 'scene')}. What is wrong shows in a scene; if none can show it, ${file} has to say why.`,
    );
  return counted;
}

type Changing<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key];
};

/** @returns problems with its excuse */
function add(
  counted: Changing<Counted>,
  file: string,
  attempt: string,
  { differs, excuse, found }: Verdict,
): string[] {
  const isRight = attempt.startsWith('right-');
  if (found) counted.differ.push({ attempt, ...found });
  else if (isRight) counted.agree++;
  else if (differs) counted.noticed++;
  else if (excuse) counted.excused.push({ attempt, why: excuse });
  else counted.unnoticed.push(attempt);
  return excuse && (isRight || differs)
    ? [`${file} excuses ${attempt}, which needs no excuse. Take it out.`]
    : [];
}

function isPredicted(stub: string): boolean {
  return existsSync(stub) && /^export const prediction\b/m.test(readFileSync(stub, 'utf8'));
}
