import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';

/** Who may import whom; a rule of their own for each kind of file. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  lab: ['lab'],
  // How things look and what they are called is the same for all tools.
  tutor: ['tutor', 'course', 'lab'],
  proof: ['proof', 'tutor', 'course', 'lab', 'projects'],
  course: ['course', 'projects'],
  // The one place that knows all the halves.
  projects: ['course', 'proof', 'tutor'],
  test: ['#lab', 'test', 'lab', 'tutor', 'proof', 'course'],
  spec: ['#lab', 'own stub'],
  'learner code': [],
  config: ['projects'],
};

/** What a learner may do at the worst; some of it is no program at all. */
const HOSTILE = /^hostile[\\/](?!.*\.test\.ts$)/;

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

function kindOf(file: string): string {
  const path = relative(HOME, file).replaceAll('\\', '/');
  if (path.endsWith('.spec.ts')) return 'spec';
  if (/\.test\.ts$|^src\/(miniature|chromium|hostile-corpus)\.ts$/.test(path)) return 'test';
  if (/^(katas|solutions)\//.test(path)) return 'learner code';
  if (path === 'vitest.config.ts') return 'config';
  if (path === 'src/projects.ts') return 'projects';
  return /^src\/(lab|tutor|proof)\//.exec(path)?.[1] ?? 'course';
}

/** What a file imports of ours, each by its kind; packages and Node's own modules do not count. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)]
    .map(([, from, dynamic]) => (from ?? dynamic) as string)
    .filter((name) => name.startsWith('.') || name.startsWith('#'))
    .map((name) => {
      if (name.startsWith('#')) return name;
      const target = resolve(dirname(file), name);
      if (kindOf(file) === 'spec' && target === file.replace('.spec.ts', '.ts')) return 'own stub';
      return kindOf(target);
    });
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(HOME, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !HOSTILE.test(name))
    .map((name) => join(HOME, folder, name));
}

const files = [...['src', 'katas', 'solutions'].flatMap(sourcesIn), join(HOME, 'vitest.config.ts')];

test('nobody imports whom they should not', () => {
  const offences = files.flatMap((file) =>
    importsOf(file)
      .filter((kind) => !MAY_IMPORT[kindOf(file)]?.includes(kind))
      .map((kind) => `${relative(HOME, file)} (${kindOf(file)}) imports ${kind}`),
  );
  expect(offences).toEqual([]);
});

test('the table is about files that there are', () => {
  expect(new Set(files.map(kindOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
});
