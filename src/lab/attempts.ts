import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Loaded } from './run/checks/verdicts.ts';
import { ownCopyOf } from './trace/own-copy.ts';

/** An attempt at another kata, as something to be judged. */
export interface OthersAttempt<Subject> extends Loaded<Subject> {
  /** `wrong-one-more` */
  readonly name: string;
  readonly isRight: boolean;
  /** What its first line says of it, without a remark in brackets at its end. */
  readonly about: string;
}

/**
 * The attempts at another kata, as files to be loaded one by one when they are needed.
 *
 * @param folder of the spec
 * @param files what `import.meta.glob('…', { query: '?copy' })` found, from that folder on
 * @param subjectOf what is judged of what such a file exports
 */
export function attemptsIn<Kata, Subject>(
  folder: string,
  files: Readonly<Record<string, () => Promise<Kata>>>,
  subjectOf: (kata: Kata) => Subject,
): OthersAttempt<Subject>[] {
  return Object.entries(files).map(([path, load]) => {
    const name = basename(path, '.ts');
    const [, about = '', remark] = ABOUT.exec(readFileSync(join(folder, path), 'utf8')) ?? [];
    return {
      name,
      isRight: !name.startsWith('wrong-'),
      about,
      file: relative(process.cwd(), join(folder, path)).split(sep).join('/'),
      ...(remark && { remark }),
      // Each copy has its own variables, also those at the top of the file.
      load: async () => {
        const file = await load();
        return () => subjectOf(ownCopyOf(file));
      },
    };
  });
}

/** `// Lets a call in while n are in flight. (<= is one more.)`, at the top: the first line alone, as it is a title in 14/8. */
const ABOUT = /^\/\/ (.+?)\.(?: \((.+)\))?\r?\n/;
