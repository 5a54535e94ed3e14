import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import { type Example, examplesOf } from '../../course/examples.ts';
import { title } from '../../course/katas.ts';
import { findChapter, findKatas, nearestName } from '../../course/names.ts';
import { list } from '../../text/english.ts';
import type { Program } from './program/build.ts';

/** Node runs a file without an ending, too. */
const PROGRAM = /(\.[cm]?[jt]sx?|[\\/][^.\\/]+)$/;

/** What is meant: a program, or the examples of a chapter. */
export type Chosen =
  | { readonly kind: 'program'; readonly program: Program; readonly name: string }
  | { readonly kind: 'chapter'; readonly chapter: string };

/**
 * @param name `03/1`, a part of a name, a chapter, or a path of anywhere
 * @throws {UsageError} when there is none, or more than one
 */
export function choose(root: string, name: string): Chosen {
  const here = folderOfCaller(root);
  const file = [resolve(here, name), resolve(root, name)].find(isFile);
  if (file && !PROGRAM.test(file))
    throw new UsageError(`${name} is no program: play runs files of JavaScript and TypeScript.`);
  // A link stands for the file behind it, by whose name all else knows it.
  if (file) return { kind: 'program', program: { file: realpathSync(file) }, name: nameOf(file) };
  const examples = examplesOf(root);
  const chapter = findChapter(examples, name, root);
  if (chapter) return { kind: 'chapter', chapter };
  const found = findKatas(examples, name, root);
  const [example] = found;
  if (example && found.length === 1)
    return { kind: 'program', program: { file: example.file }, name: example.name };
  if (found.length > 1) throw new UsageError(`${name} may be ${either(found)}: which one?`);
  throw new UsageError(
    `No example is called ${name}, and there is no such file. ${help(examples, name, root)}`,
  );
}

/** npm runs us in the folder of the course, wherever it was called. */
export function folderOfCaller(root: string): string {
  return process.env.INIT_CWD ?? root;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function nameOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.\w+$/, '');
}

function either(examples: readonly Example[]): string {
  return list(examples.map(({ id }) => id)).replace(/ and (?=[^ ]+$)/, ' or ');
}

function help(examples: readonly Example[], name: string, root: string): string {
  const nearest = nearestName(examples, name, root);
  if (nearest) return `Did you mean ${nearest}?`;
  const chapters = [...new Set(examples.map(({ chapter }) => title(chapter)))];
  return chapters.length === 0
    ? 'Give the path of a program.'
    : `There are examples of ${list(chapters)}. This lists those of one:\n\n  npm run play 01`;
}
