import { cpSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { attemptsOf } from '../../course/attempts.ts';
import { HOME } from '../../course/home.ts';
import { filesIn, foldersIn, type Kata, katasOf } from '../../course/katas.ts';
import { KEPT } from '../../course/keep.ts';

/** `package.json`, its lock, and the answers. */
export const SOURCE = join(HOME, 'src', 'proof', 'packages');

/** A course of its own, in which those packages are found: nobody else is to depend on them. */
export const COURSE = join(HOME, KEPT, 'packages');

export interface Answer {
  readonly kata: string;
  /** `right-p-map.ts`. */
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  readonly kind: 'right' | 'wrong';
  /** Words that one of its failures must show, if it is wrong. */
  readonly says: string | undefined;
  /** Names of the packages that it imports, each with its version. */
  readonly packages: readonly string[];
}

/** Our katas and references as they are now, and the answers on packages in the place of our own attempts. */
export function writeCourse(): void {
  for (const part of ['katas', 'solutions'])
    rmSync(join(COURSE, part), { recursive: true, force: true });
  cpSync(join(HOME, 'katas'), join(COURSE, 'katas'), { recursive: true });
  cpSync(join(SOURCE, 'answers'), join(COURSE, 'solutions'), { recursive: true });
  for (const { chapter, reference } of katasOf(HOME))
    cpSync(reference, join(COURSE, 'solutions', chapter, basename(reference)));
}

/** In the order of the course. */
export function answersTo(katas: readonly Kata[]): Answer[] {
  const { dependencies } = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8'));
  return katas.flatMap((kata) =>
    attemptsOf(kata).map(({ name, file, kind, says }) => ({
      kata: kata.id,
      name,
      file,
      kind,
      says,
      packages: packagesOf(file).map((it) => `${it} ${dependencies[it]}`),
    })),
  );
}

/** Names of the packages that a file imports: `core-js` for `core-js/actual/promise`. */
export function packagesOf(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?:.*? from )?'([^']+)';$/gms,
  );
  const names = [...imports]
    .map(([, from = '']) => from)
    .filter((from) => !from.startsWith('node:'));
  return [...new Set(names.map((name) => name.split('/')[0] as string))];
}

/** Folders of answers to katas that there are not. */
export function strayAnswers(): string[] {
  const known = new Set(katasOf(HOME).map(({ id }) => id));
  const answers = join(SOURCE, 'answers');
  return foldersIn(answers).flatMap((chapter) => [
    ...filesIn(join(answers, chapter)).map((file) => `${chapter}/${file}`),
    ...foldersIn(join(answers, chapter))
      .map((kata) => `${chapter}/${kata}`)
      .filter((id) => !known.has(id)),
  ]);
}
