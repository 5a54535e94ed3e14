/** What a learner's file may hold at the worst: each file in `hostile`, named by its fate, is one of them. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { HOME } from './home.ts';
import { DONE, type Files, specOf, UNTOUCHED, writeFiles } from './miniature.ts';

export interface Case {
  /** What becomes of it, as the name of its file: `loop-in-timer`. */
  readonly fate: string;
  /** Puts it in the place of a learner's file. */
  readonly place: (root: string, chapter: string, kata: string) => void;
}

/** Where the cases are, and beside each of them what a learner sees of it. */
export const FOLDER = join(HOME, 'src', 'hostile');

const stubOf = (chapter: string, kata: string) => `katas/${chapter}/${kata}.ts`;

/** Takes away whatever stands in the place of a learner's file. */
function clear(root: string, chapter: string, kata: string): string {
  const path = join(root, stubOf(chapter, kata));
  rmSync(path, { recursive: true, force: true });
  return path;
}

/** The fates that are not a matter of what the file says. */
const WITHOUT_A_FILE: Record<string, Case['place']> = {
  gone: clear,
  'folder-in-its-place': (root, chapter, kata) => mkdirSync(clear(root, chapter, kata)),
  'not-readable': (root, chapter, kata) => {
    writeFiles(root, { [stubOf(chapter, kata)]: DONE });
    chmodSync(join(root, stubOf(chapter, kata)), 0);
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

function inFile(name: string): Case {
  const fate = parse(name).name;
  const bytes = readFileSync(join(FOLDER, name));
  return {
    fate,
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
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(inFile),
  ...Object.entries(WITHOUT_A_FILE).map(([fate, place]) => ({ fate, place })),
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
