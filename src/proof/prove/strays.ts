import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isAttempt } from '../../course/attempts.ts';
import { EXAMPLES, isExample } from '../../course/examples.ts';
import { filesIn, foldersIn, type Kata } from '../../course/katas.ts';
import { EXCUSES } from '../mutants/excuses.ts';
import { SCENES } from '../random/try.ts';

/** What to say of the files and folders in `katas` and `solutions` that belong to no kata. */
export function strayFiles(root: string): string[] {
  const isKata = (chapter: string, name: string) =>
    existsSync(join(root, 'katas', chapter, `${name}.spec.ts`));
  const inKatas = foldersIn(join(root, 'katas')).flatMap((chapter) => [
    ...filesIn(join(root, 'katas', chapter))
      .filter(
        (file) =>
          file !== 'README.md' && !isKata(chapter, basename(file).replace(/(\.spec)?\.ts$/, '')),
      )
      .map((file) => `katas/${chapter}/${file}`),
    ...foldersIn(join(root, 'katas', chapter))
      .filter((folder) => folder !== EXAMPLES)
      .map((folder) => `katas/${chapter}/${folder}/`),
    ...filesIn(join(root, 'katas', chapter, EXAMPLES))
      .filter((file) => !isExample(file))
      .map((file) => `katas/${chapter}/${EXAMPLES}/${file}`),
  ]);
  const inSolutions = foldersIn(join(root, 'solutions')).flatMap((chapter) => [
    ...filesIn(join(root, 'solutions', chapter))
      .filter((file) => !isKata(chapter, file.replace(/\.ts$/, '')))
      .map((file) => `solutions/${chapter}/${file}`),
    ...foldersIn(join(root, 'solutions', chapter))
      .filter((folder) => !isKata(chapter, folder))
      .map((folder) => `solutions/${chapter}/${folder}/`),
  ]);
  return [...inKatas, ...inSolutions].map(
    (file) => `${file} belongs to no kata. Move it, or name it after one.`,
  );
}

/** What to say of those beside the attempts at a kata: no proof would ever run them. */
export function strayAttempts(root: string, { attempts }: Kata): string[] {
  const folder = relative(root, attempts).replaceAll('\\', '/');
  return [
    ...filesIn(attempts).filter((file) => file !== EXCUSES && file !== SCENES && !isAttempt(file)),
    ...foldersIn(attempts).map((inner) => `${inner}/`),
  ].map(
    (name) =>
      `${folder}/${name} belongs to no kata. Move it, or name it right-<shape>.ts or wrong-<mistake>.ts, in small letters, with hyphens.`,
  );
}
