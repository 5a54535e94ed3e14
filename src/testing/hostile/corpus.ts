/** What a learner's file may hold at the worst: each file in a folder here, named by its fate, is one of them. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { filesIn, foldersIn } from '../../course/katas.ts';
import { DONE, type Files, specOf, UNTOUCHED, writeFiles } from '../miniature.ts';

export interface Case {
  /** What becomes of it, as the name of its file: `loop-in-timer`. */
  readonly fate: string;
  /** The file that holds what a learner sees of it. */
  readonly page: string;
  /** Puts it in the place of a learner's file. */
  readonly place: (root: string, chapter: string, kata: string) => void;
}

const stubOf = (chapter: string, kata: string) => `katas/${chapter}/${kata}.ts`;

/** The same on every Node, but where there is one for this Node. */
function pageOf(kind: string, fate: string): string {
  const [major] = process.versions.node.split('.');
  const pages = [`${fate}.node-${major}.txt`, `${fate}.txt`];
  const paths = pages.map((page) => join(import.meta.dirname, kind, page));
  return paths.find((path) => existsSync(path)) ?? (paths[1] as string);
}

/** Takes away whatever stands in the place of a learner's file. */
function clear(root: string, chapter: string, kata: string): string {
  const path = join(root, stubOf(chapter, kata));
  rmSync(path, { recursive: true, force: true });
  return path;
}

/** The fates that are not a matter of what the file says: none of them can be loaded. */
const WITHOUT_A_FILE: Record<string, Case['place']> = {
  gone: clear,
  'folder-in-its-place': (root, chapter, kata) => mkdirSync(clear(root, chapter, kata)),
  'not-readable': (root, chapter, kata) => {
    writeFiles(root, { [stubOf(chapter, kata)]: DONE });
    chmodSync(join(root, stubOf(chapter, kata)), 0);
  },
  'nested-deep': (root, chapter, kata) => {
    const [open, close] = ['(', ')'].map((bracket) => bracket.repeat(10_000));
    const text = `export const both = (a, b) => ${open}Promise.all([a(), b()])${close};\n`;
    writeFiles(root, { [stubOf(chapter, kata)]: text });
  },
  'signs-in-a-row': (root, chapter, kata) => {
    const text = `export const both = () => ${'!'.repeat(200_000)}true;\n`;
    writeFiles(root, { [stubOf(chapter, kata)]: text });
  },
  'import-in-a-circle': (root, chapter, kata) =>
    writeFiles(root, {
      [`katas/${chapter}/other.ts`]: `import { both } from './${kata}.ts';

export const all = both.bind(null);
`,
      [stubOf(chapter, kata)]: `import { all } from './other.ts';

export const both = (a, b) => (all ? Promise.all([a(), b()]) : []);
`,
    }),
};

/** @param kind the folder of the case */
function inFile(kind: string, name: string): Case {
  const fate = parse(name).name;
  const bytes = readFileSync(join(import.meta.dirname, kind, name));
  return {
    fate,
    page: pageOf(kind, fate),
    place: (root, chapter, kata) => {
      // One of them imports itself, and one is no text.
      const text = bytes.toString();
      const own = text.replace(`./${fate}.ts`, `./${kata}.ts`);
      writeFileSync(clear(root, chapter, kata), own === text ? bytes : own);
    },
  };
}

/** Whether nobody is kept from reading a file: root is not, and Windows knows no such thing. */
const readsEverything = process.platform === 'win32' || process.getuid?.() === 0;

/** The whole corpus, by the alphabet. */
export const CASES: readonly Case[] = [
  ...foldersIn(import.meta.dirname).flatMap((kind) =>
    filesIn(join(import.meta.dirname, kind))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => inFile(kind, name)),
  ),
  ...Object.entries(WITHOUT_A_FILE).map(([fate, place]) => ({
    fate,
    page: pageOf('loading', fate),
    place,
  })),
]
  .filter(({ fate }) => fate !== 'not-readable' || !readsEverything)
  .sort((a, b) => (a.fate < b.fate ? -1 : 1));

/** A kata that nobody has begun, so that a course is never all done: its end has pages of its own. */
export const NEXT: Files = {
  'katas/02-next/1-next.spec.ts': specOf('1-next'),
  'katas/02-next/1-next.ts': UNTOUCHED,
};

/** A kata whose answer is right, in the chapter of the others. */
export const innocent = (name: string): Files => ({
  [`katas/01-hostile/${name}.spec.ts`]: specOf(name),
  [`katas/01-hostile/${name}.ts`]: DONE,
});

/** Writes the spec of a case and what it is to be run on. */
export function placeCase(root: string, { place }: Case, kata: string): void {
  writeFiles(root, { [`katas/01-hostile/${kata}.spec.ts`]: specOf(kata) });
  place(root, '01-hostile', kata);
}
