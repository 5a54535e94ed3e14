import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { foldersIn, type Kata } from './katas.ts';

/** What has a place in the course by its names: a kata, or an example. */
export type Named = Pick<Kata, 'chapter' | 'name'>;

/**
 * The katas that somebody means: by a part of a name (`in-order`), with its number (`3-in-order`), a
 * chapter (`01`, `coroutines`), both (`01/3`), or a path to any of its files.
 */
export function findKatas<K extends Named>(katas: readonly K[], name: string, root: string): K[] {
  const wanted = plain(name, root);
  if (wanted === 'katas' || wanted === 'solutions') return [...katas];
  const [chapter, kata, ...deeper] = wanted.split('/');
  // Signs alone are a part of many names, and mean none.
  if (!chapter || deeper.length > 1 || !/[a-z\d]/.test(wanted)) return [];
  if (kata) {
    return closest(
      katas.filter((it) => matches(it.chapter, chapter)),
      kata,
    );
  }
  // `gather` is a kata, though a chapter has the same name; that one is `03` or `03-gather`.
  const named = katas.filter((it) => words(it.name) === chapter);
  if (named.length > 0) return named;
  const inChapters = katas.filter((it) => isCalled(it.chapter, chapter));
  return inChapters.length > 0 ? inChapters : closest(katas, chapter);
}

/** The chapter that is meant, if it is one and no kata: `01`, `coroutines`, or a path to its lesson. */
export function findChapter(
  katas: readonly Named[],
  name: string,
  root: string,
): string | undefined {
  const wanted = plain(name, root);
  const chapters = new Set(findKatas(katas, name, root).map(({ chapter }) => chapter));
  const [chapter] = chapters;
  const isMeant = chapter !== undefined && isCalled(chapter, wanted);
  // `gather` is both, and the kata comes first.
  return isMeant && !katas.some((it) => words(it.name) === wanted) ? chapter : undefined;
}

/** The chapter without katas that is meant, if there is one: `00`, `why`, or a path to its lesson. */
export function findEssay(katas: readonly Kata[], name: string, root: string): string | undefined {
  const wanted = plain(name, root);
  return foldersIn(join(root, 'katas')).find(
    (folder) => isCalled(folder, wanted) && !katas.some(({ chapter }) => chapter === folder),
  );
}

function isCalled(chapter: string, wanted: string): boolean {
  return chapter === wanted || chapter.split('-')[0] === wanted || words(chapter) === wanted;
}

/** The kata or chapter whose name is the least away from this one; undefined when none is near. */
export function nearestName(
  katas: readonly Named[],
  name: string,
  root: string,
): string | undefined {
  const wanted = plain(name, root).split('/').at(-1) ?? '';
  const names = [
    ...new Set(
      katas.flatMap((kata) => [kata.name, words(kata.name), kata.chapter, words(kata.chapter)]),
    ),
  ];
  const [nearest] = names
    .map((it) => ({ it, away: distance(it, wanted) }))
    .sort((a, b) => a.away - b.away);
  return nearest && nearest.away <= Math.max(1, wanted.length / 2) ? nearest.it : undefined;
}

/** `katas/01-coroutines/3-in-order.spec.ts`, in whatever way it is written, as `01-coroutines/3-in-order`. */
function plain(name: string, root: string): string {
  const typed = name.trim().replace(/(\.ts)(:\d+)+$/, '$1');
  // npm runs us in the folder of the course, wherever it was called.
  const file = resolve(process.env.INIT_CWD ?? root, typed);
  const isInCourse =
    file.startsWith(resolve(root) + sep) && (isAbsolute(typed) || existsSync(file));
  return (isInCourse ? relative(root, file) : typed)
    .replaceAll('\\', '/')
    .replace(/^(\.\/)?((katas|solutions)\/(?=.))?/, '')
    .replace(/\/README\.md$/i, '')
    .replace(/(\.spec)?\.ts$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** A whole name beats a part of one: `wait` is not `wait-with-cancel`. */
function closest<K extends Named>(katas: readonly K[], name: string): K[] {
  const whole = katas.filter(
    (kata) => kata.name === name || words(kata.name) === name || kata.name.split('-')[0] === name,
  );
  return whole.length > 0 ? whole : katas.filter((kata) => kata.name.includes(name));
}

/** Whether a chapter may be meant: by its number, or by a part of its name. */
export function matches(chapter: string, name: string): boolean {
  return (
    chapter === name ||
    Number(chapter.split('-')[0]) === Number(name) ||
    words(chapter).includes(name)
  );
}

/** `3-in-order` without its number. */
export function words(name: string): string {
  return name.replace(/^\d+-/, '');
}

/** Levenshtein's: how many letters must be added, dropped or changed. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] as number) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
