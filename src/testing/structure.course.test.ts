import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';

/**
 * The rooms of the house, from the ground up, and whom each may import beside itself. Every arrow points to a
 * room above it in this table, so none leads back.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  start: [],
  text: [],
  course: [],
  'lab/trace': [],
  'lab/node': [],
  'lab/time': ['lab/trace', 'lab/node'],
  'lab/guard': ['lab/trace', 'lab/node', 'lab/time'],
  'lab/scene': ['lab/trace', 'lab/time'],
  'lab/threads': ['lab/trace', 'lab/node', 'lab/time', 'lab/scene'],
  'lab/picture': ['text', 'lab/trace'],
  'lab/laws': ['text', 'lab/trace', 'lab/picture'],
  'lab/run': [
    'text',
    'lab/trace',
    'lab/node',
    'lab/time',
    'lab/guard',
    'lab/scene',
    'lab/threads',
    // What broke a law is kept with the test that is running.
    'lab/laws',
  ],
  'lab/explore': ['text', 'lab/trace', 'lab/node', 'lab/time', 'lab/guard', 'lab/laws'],
  // The door, and what it is made of.
  lab: ['lab/*'],
  runner: ['start', 'course', 'lab', 'lab/trace'],
  judging: ['course', 'lab', 'lab/trace', 'lab/laws', 'lab/picture', 'runner'],
  command: ['start', 'text', 'course', 'judging'],
  tutor: ['start', 'text', 'course', 'lab', 'lab/*', 'runner', 'judging', 'command'],
  proof: ['start', 'text', 'course', 'lab', 'lab/*', 'runner', 'judging', 'command'],
  testing: ['*'],
};

/** Files that are in no room, by what they are. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'vitest.config.ts': ['course', 'runner', 'tutor'],
  // Wherever it lies; what is tested is told by its name.
  'a test': ['*', '#lab'],
  'a spec': ['#lab', 'its own stub'],
  // The learner's test is held against the attempts at the kata that it is a test of.
  'the spec of your-own': ['#lab', 'its own stub', 'an answer'],
  // Beside the attempts: random scenes for all of them.
  scenes: ['#scenes', 'an answer'],
  // The learner's half, and the author's.
  'an answer': [],
};

const TABLE = { ...ROOMS, ...OTHERS };

/** Rooms that a sandwich of others would hide: nobody who wants to find a thing opens more than these. */
const MOST_ROOMS = 10;

/** The one spec that loads attempts. */
const JUDGES_BY_ATTEMPTS = 'katas/14-judging/8-your-own.spec.ts';

/** A glob stands for every file that it finds. */
const GLOB = /\bimport\.meta\.glob(?:<[^(]*>)?\(\s*['"`]([^'"`]+)['"`]/g;

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

/** What a learner may do at the worst; some of it is no program at all. */
const HOSTILE = /^testing[\\/]hostile[\\/][^\\/]+[\\/]/;

const named = (file: string) => relative(HOME, file).replaceAll('\\', '/');

/** The room of a file, or what it is where it is in none. */
function roomOf(file: string): string {
  const path = named(file);
  if (path === JUDGES_BY_ATTEMPTS) return 'the spec of your-own';
  if (path.endsWith('.spec.ts')) return 'a spec';
  if (path.endsWith('.test.ts')) return 'a test';
  if (path.startsWith('solutions/') && path.endsWith('/scenes.ts')) return 'scenes';
  if (/^(katas|solutions)\//.test(path)) return 'an answer';
  if (!path.startsWith('src/')) return path;
  const [, room = '', inner = ''] = path.split('/');
  return room === 'lab' && !inner.endsWith('.ts') ? `lab/${inner}` : room;
}

/** What a file imports, as it is written there. */
function importedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(IMPORT)].map(([, from, dynamic]) => (from ?? dynamic) as string);
  // What a glob begins with says where its files lie.
  return [...named, ...[...text.matchAll(GLOB)].map(([, glob]) => glob as string)];
}

/** The packages that a file imports. */
function packagesOf(file: string): string[] {
  return importedBy(file).flatMap((name) =>
    isBuiltin(name) ? [] : (/^(@[\w.-]+\/)?\w[\w.-]*/.exec(name)?.[0] ?? []),
  );
}

/** What a file imports of ours, each by its room; packages and Node's own modules do not count. */
function importsOf(file: string): string[] {
  return importedBy(file)
    .filter((name) => name.startsWith('.') || name.startsWith('#'))
    .map((name) => {
      if (name.startsWith('#')) return name;
      const target = resolve(dirname(file), name);
      if (file.endsWith('.spec.ts') && target === file.replace('.spec.ts', '.ts'))
        return 'its own stub';
      return roomOf(target);
    });
}

function mayImport(room: string, other: string): boolean {
  const allowed = TABLE[room] ?? [];
  const ways = [other, other.replace(/\/.*/, '/*'), ...(other.startsWith('#') ? [] : ['*'])];
  return other === room || ways.some((way) => allowed.includes(way));
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(HOME, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !HOSTILE.test(name))
    .map((name) => join(HOME, folder, name));
}

const files = [...['src', 'katas', 'solutions'].flatMap(sourcesIn), join(HOME, 'vitest.config.ts')];

test('nobody imports whom they should not', () => {
  const offences = files.flatMap((file) =>
    importsOf(file)
      .filter((other) => !mayImport(roomOf(file), other))
      .map((other) => `${named(file)} imports ${other}`),
  );
  expect(offences).toEqual([]);
});

/** Answers whose packages are in a package.json of their own, and tests whose texts have imports in them. */
const HAS_ITS_OWN =
  /^src\/proof\/packages\/|^src\/(lab\/own-code|runner\/workers\/packages)\.test\.ts$/;

test('every package that is imported is asked for: pnpm and Yarn put no others within reach', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(HOME, 'package.json'), 'utf8'),
  );
  const asking = files.map(named).filter((path) => !HAS_ITS_OWN.test(path));
  const offences = asking.flatMap((path) => {
    const isAuthors = /^src\/(proof|testing)\/|\.test\.ts$|^solutions\//.test(path);
    const asked = isAuthors ? { ...dependencies, ...devDependencies } : dependencies;
    return packagesOf(join(HOME, path))
      .filter((name) => !(name in asked))
      .map((name) => `${path} imports ${name}`);
  });
  expect(offences).toEqual([]);
});

test('the table is about rooms that there are', () => {
  expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(TABLE)));
});

test('arrows run one way', () => {
  const order = Object.keys(ROOMS);
  const back = order.flatMap((room, i) =>
    (ROOMS[room] ?? [])
      .filter((other) => !other.endsWith('*') && order.indexOf(other) >= i)
      .map((other) => `${room} → ${other}`),
  );
  expect(back).toEqual([]);
});

test('no folder has more rooms than one takes in at a glance', () => {
  const rooms = (folder: string) =>
    readdirSync(join(HOME, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const folder of ['src', ...rooms('src').map(({ name }) => `src/${name}`)])
    expect(rooms(folder).length, folder).toBeLessThanOrEqual(MOST_ROOMS);
});

test('a loose file in tutor or proof is what one types after npm run', () => {
  const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'));
  const typed = Object.values<string>(scripts).join('\n');
  const loose = files
    .map(named)
    .filter((path) => /^src\/(tutor|proof)\/[^/]+\.ts$/.test(path) && !path.endsWith('.test.ts'));
  const strange = loose.filter((path) => !typed.includes(` ${path.slice(4, -'.ts'.length)}`));
  expect(strange).toEqual([]);
});

/** What is no promise of Node's, of vitest's or of Stryker's, each by a sign of it, and the one room that may lean on it. */
const INSIDES: readonly (readonly [room: string, sign: RegExp])[] = [
  ['lab/node', /\bprocess as (?!\{ features)|_tickCallback|_fatalException|process\.binding\b/],
  ['proof', /'mutators\/index\.js'/],
  [
    'runner',
    /\b_fork\b|vitest\/dist|vitest, 'pool'|ssrModuleExportsKey|changedTests|scheduleRerun|_rerunTimer|filenamePattern|moduleGraph/,
  ],
];

test('only one room leans on the insides of Node, one on those of vitest, and one on those of Stryker', () => {
  for (const [room, sign] of INSIDES) {
    const leaning = files.filter(
      (file) => roomOf(file) !== 'a test' && sign.test(readFileSync(file, 'utf8')),
    );
    expect(new Set(leaning.map(roomOf))).toEqual(new Set([room]));
  }
});

test('the lab can be had without vitest: its door knows it, and what the door is made of', () => {
  const knowing = files
    .map(named)
    .filter((path) => path.startsWith('src/lab/') && !path.endsWith('.test.ts'))
    .filter((path) => /from 'vitest/.test(readFileSync(join(HOME, path), 'utf8')));
  expect(knowing.sort()).toEqual([
    'src/lab/guard/patience.ts',
    'src/lab/index.ts',
    'src/lab/judging.ts',
    'src/lab/matchers.ts',
    'src/lab/test.ts',
  ]);
});

test('who wants the process to be changed asks for all of it: install', () => {
  const parts =
    /\b(startWatchdog|virtualiseTime|layStraysAtRuns|keepNextTick|rememberWorld)\(\w*\);/;
  const callers = files
    .map(named)
    .filter((path) => parts.test(readFileSync(join(HOME, path), 'utf8')));
  expect(callers).toEqual(['src/lab/install.ts']);
});
