import { type Kata, katasOf } from '../course/katas.ts';
import { findChapter, findKatas, matches, nearestName } from '../course/names.ts';
import { kataAtHand } from '../judging/at-hand.ts';
import { statusesNow } from '../judging/statuses.ts';
import { list } from '../text/english.ts';
import { UsageError } from './usage-error.ts';

const MOST_NAMED = 8;

/** @throws {UsageError} when this is no folder of a course */
export function katasHere(root: string): Kata[] {
  const katas = katasOf(root);
  if (katas.length === 0)
    throw new UsageError('There is no kata here: run the command in the folder of the course.');
  return katas;
}

/**
 * The one kata that somebody means; without a name, the next one to do.
 *
 * @throws {UsageError} when there is none of that name, or more than one
 */
export async function chooseKata(root: string, names: readonly string[]): Promise<Kata> {
  const katas = katasHere(root);
  const [name, ...more] = names;
  if (more.length > 0) throw new UsageError(`One kata at a time, please; got ${list(names)}.`);
  if (name === undefined) return nextKata(root, katas);
  const found = findKatas(katas, name, root);
  if (found.length === 1) return found[0] as Kata;
  if (found.length === 0) throw unknownName(katas, name, root);
  throw new UsageError(
    findChapter(katas, name, root)
      ? `${name} is a chapter. Which of its katas: ${either(found)}?`
      : `${name} may be ${either(found)}: which one?`,
  );
}

/** The katas that somebody means, of several names, in the order of the course; all of them without a name. */
export function chooseKatas(
  root: string,
  names: readonly string[],
  katas: readonly Kata[] = katasHere(root),
): Kata[] {
  const found = names.flatMap((name) => {
    const own = findKatas(katas, name, root);
    if (own.length === 0) throw unknownName(katas, name, root);
    return own;
  });
  return katas.filter((kata) => names.length === 0 || found.includes(kata));
}

function unknownName(katas: readonly Kata[], name: string, root: string): UsageError {
  if (name.trim() === '')
    return new UsageError(`A kata has a name, such as ${katas[0]?.name}; got an empty one.`);
  const inChapter = unknownIn(katas, name);
  if (inChapter) return inChapter;
  const nearest = nearestName(katas, name, root);
  const chapters = [...new Set(katas.map(({ chapter }) => chapter))];
  const help = nearest
    ? `Did you mean ${nearest}?`
    : `The chapters are ${list(chapters)}. This lists the katas of one:\n\n  npm run lesson ${chapters[0]}`;
  return new UsageError(`No kata is called ${name}. ${help}`);
}

/** `01/9`: the chapter is there, and says which katas it has. */
function unknownIn(katas: readonly Kata[], name: string): UsageError | undefined {
  const [, part = '', kata] = /^([^/]+)\/(\d+)$/.exec(name.trim()) ?? [];
  const there = kata ? katas.filter((it) => matches(it.chapter, part.toLowerCase())) : [];
  const [first] = there;
  return (
    first &&
    new UsageError(
      `Chapter ${first.chapter} has no kata ${kata}. It has ${list(there.map((it) => it.name))}.`,
    )
  );
}

/** `1-a, 2-b or 3-c`. */
function either(katas: readonly Kata[]): string {
  const names = katas.map(({ typed }) => typed);
  if (names.length > MOST_NAMED)
    names.splice(MOST_NAMED, names.length, `${names.length - MOST_NAMED} others`);
  return list(names).replace(/ and (?=[^ ]+( others)?$)/, ' or ');
}

async function nextKata(root: string, katas: readonly Kata[]): Promise<Kata> {
  return (await kataToDo(root)) ?? (katas.at(-1) as Kata);
}

/** The next kata to do; undefined when all are done. */
export async function kataToDo(root: string): Promise<Kata | undefined> {
  return kataAtHand(root, await statusesNow(root))?.kata;
}
