/** Where things are in a course: found by their names, and kept nowhere else. */
import { type Dirent, existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Kata {
  /** `01-coroutines/3-in-order`. */
  readonly id: string;
  readonly chapter: string;
  /** `3-in-order`. */
  readonly name: string;
  /** What a page tells somebody to type: the name, with its chapter (`13/1-tally`) if another kata has the same one. */
  readonly typed: string;
  /** Absolute paths. */
  readonly stub: string;
  readonly spec: string;
  readonly reference: string;
  /** The folder of the attempts. */
  readonly attempts: string;
}

type Untyped = Omit<Kata, 'typed'>;

/** Every kata that has a spec, in the order of the course. */
export function katasOf(root: string): Kata[] {
  const katas = foldersIn(join(root, 'katas')).flatMap((chapter) =>
    filesIn(join(root, 'katas', chapter))
      .filter((file) => file.endsWith('.spec.ts'))
      .map((file) => kataOf(root, chapter, file.slice(0, -'.spec.ts'.length)))
      .sort((a, b) => byNumber(a.name, b.name)),
  );
  return katas.map((kata) => ({ ...kata, typed: typedFor(kata, katas) }));
}

function typedFor({ chapter, name }: Untyped, katas: readonly Untyped[]): string {
  const isAlone = katas.filter((it) => it.name === name).length === 1;
  return isAlone ? name : `${chapter.split('-')[0]}/${name}`;
}

function kataOf(root: string, chapter: string, name: string): Untyped {
  return {
    id: `${chapter}/${name}`,
    chapter,
    name,
    stub: join(root, 'katas', chapter, `${name}.ts`),
    spec: join(root, 'katas', chapter, `${name}.spec.ts`),
    reference: join(root, 'solutions', chapter, `${name}.ts`),
    attempts: join(root, 'solutions', chapter, name),
  };
}

/** `2-b` before `10-a`. */
export function byNumber(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
}

export function foldersIn(folder: string): string[] {
  return entries(folder)
    .filter((entry) => behind(entry).isDirectory())
    .map((entry) => entry.name)
    .sort(byNumber);
}

export function filesIn(folder: string): string[] {
  return entries(folder)
    .filter((entry) => behind(entry).isFile())
    .map((entry) => entry.name)
    .sort();
}

function entries(folder: string): Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}

/** Some keep their answers elsewhere, and put a link in their place. */
function behind(entry: Dirent): Dirent | Stats {
  if (!entry.isSymbolicLink()) return entry;
  return statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false }) ?? entry;
}

/** `01-coroutines` as `01 Coroutines`. */
export function title(chapter: string): string {
  const [number, ...words] = chapter.split('-');
  const name = words.join(' ');
  return `${number} ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
