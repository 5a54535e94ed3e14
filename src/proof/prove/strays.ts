import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EXAMPLES, isExample } from '../../course/examples.ts';
import { filesIn, foldersIn } from '../../course/katas.ts';
import { EXCUSES } from '../mutants/excuses.ts';
import { SCENES } from '../random/try.ts';

/** Files and folders in `katas` and `solutions` that belong to no kata, as paths below the root. */
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
    ...foldersIn(join(root, 'solutions', chapter)).flatMap((kata) =>
      strayAttempts(root, chapter, kata, isKata(chapter, kata)),
    ),
  ]);
  return [...inKatas, ...inSolutions];
}

function strayAttempts(root: string, chapter: string, kata: string, known: boolean): string[] {
  const folder = `solutions/${chapter}/${kata}`;
  if (!known) return [`${folder}/`];
  return [
    ...filesIn(join(root, folder)).filter(
      (file) => file !== EXCUSES && file !== SCENES && !/^(right|wrong)-[a-z0-9-]+\.ts$/.test(file),
    ),
    ...foldersIn(join(root, folder)).map((inner) => `${inner}/`),
  ].map((name) => `${folder}/${name}`);
}
