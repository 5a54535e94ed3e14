/** Programs to play with: of each chapter, in a folder of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byNumber, filesIn, foldersIn } from './katas.ts';

/** The folder in that of a chapter. */
export const EXAMPLES = 'examples';

export interface Example {
  /** `03-gather/1-all`. */
  readonly id: string;
  readonly chapter: string;
  /** `1-all`. */
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
}

/** All of them, in the order of the course. */
export function examplesOf(root: string): Example[] {
  return foldersIn(join(root, 'katas')).flatMap((chapter) => {
    const folder = join(root, 'katas', chapter, EXAMPLES);
    return filesIn(folder)
      .filter(isExample)
      .sort(byNumber)
      .map((file) => exampleOf(root, chapter, file));
  });
}

/** @param file `1-tea.ts` */
export function exampleOf(root: string, chapter: string, file: string): Example {
  const name = file.replace(/\.ts$/, '');
  const path = join(root, 'katas', chapter, EXAMPLES, file);
  return { id: `${chapter}/${name}`, chapter, name, file: path };
}

export function isExample(file: string): boolean {
  return /^\d+-[a-z0-9-]+\.ts$/.test(file);
}

/** What its first line of comment says of it; empty when there is none. */
export function aboutExample({ file }: Example): string {
  const [first = ''] = readFileSync(file, 'utf8').split(/\r?\n/);
  return /^\/\/ (?<about>.*)$/.exec(first)?.groups?.about ?? '';
}
