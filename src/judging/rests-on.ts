/** What a verdict rests on, as a digest: while all of it is the same to the letter, the verdict is. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { HOME } from '../course/home.ts';
import { ownCodeOf } from '../lab/own-code.ts';

/** The rooms that every verdict passes through. */
const ROOMS = ['start', 'text', 'course', 'lab', 'runner', 'judging'];

/** What of the environment changes what the same code does. */
const SETTINGS = ['NODE_OPTIONS', 'TZ', 'LC_ALL', 'LANG'];

/** What says how the code of a folder is read, and of those below. */
const OF_FOLDER = ['package.json', 'tsconfig.json'];

/** What every verdict rests on: our own sources, what is installed, and Node. @param more rooms than those of all */
export function worldOf(...more: string[]): string {
  return worldWith(
    HOME,
    [...ROOMS, ...more].flatMap((room) => sourcesIn(join(HOME, 'src', room))),
  );
}

/** What the tests of the software rest on: all of `src`, but for tests of the course. @param root of the checkout */
export function softwareOf(root: string): string {
  const files = filesIn(join(root, 'src')).filter((file) => !file.endsWith('.course.test.ts'));
  return worldWith(root, [...files, join(root, 'vitest.config.ts')]);
}

function worldWith(root: string, sources: readonly string[]): string {
  // What npm has installed, and not what it would: who tries another version changes only the former.
  const installed = ['node_modules/.package-lock.json', 'package-lock.json']
    .map((name) => join(root, name))
    .find((file) => existsSync(file));
  const settings = OF_FOLDER.map((name) => join(root, name));
  const files = [...sources, ...settings, ...(installed ? [installed] : [])];
  return digestOf([
    process.version,
    process.platform,
    ...SETTINGS.map((name) => `${name}=${process.env[name]}`),
    ...files.filter(existsSync).flatMap((file) => [file, readFileSync(file, 'utf8')]),
  ]);
}

/** Whether every verdict rests on this file. @param root of the course */
export function restAllOn(root: string, file: string): boolean {
  const [src, room = ''] = relative(root, file).split(sep);
  return src === 'src' && ROOMS.includes(room) && !file.endsWith('.test.ts');
}

/**
 * What these files say, with the files that they import by a path, and what their folders say of them. How their lines
 * end says nothing.
 */
export function contentOf(files: readonly string[]): string[] {
  const all = new Set(files.flatMap((file) => ownCodeOf(file).files));
  const texts = [...all].flatMap((file) => {
    const text = textOf(file);
    return [basename(file), `${text !== undefined}`, text?.replaceAll('\r\n', '\n') ?? ''];
  });
  const folders = [...all].map(dirname).flatMap((folder) => [dirname(folder), folder]);
  for (const folder of new Set(folders))
    for (const file of OF_FOLDER.map((name) => join(folder, name)))
      if (existsSync(file)) texts.push(basename(folder), readFileSync(file, 'utf8'));
  return texts;
}

/** Undefined for what is no file. */
export function textOf(path: string): string | undefined {
  return isFile(path) ? readFileSync(path, 'utf8') : undefined;
}

export const isFile = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What the begin of a glob in a spec names: the attempts at another kata. */
const GLOB = /import\.meta\.glob[^'"`]*['"`]([^'"`{*]+)/;

/** The files that a spec loads by a glob: a kata's reference and its attempts. */
export function foundBy(spec: string): string[] {
  const [, begin] = (existsSync(spec) && GLOB.exec(readFileSync(spec, 'utf8'))) || [];
  if (!begin) return [];
  const kata = resolve(dirname(spec), begin);
  return [`${kata}.ts`, ...sourcesIn(kata)];
}

export function digestOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  // The length keeps apart what would be the same in one piece.
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}

function sourcesIn(folder: string): string[] {
  return filesIn(folder).filter((file) => !file.endsWith('.test.ts'));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
