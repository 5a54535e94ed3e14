import { join } from 'node:path';
import { Script } from 'node:vm';
import { UsageError } from '../../command/usage-error.ts';
import { byNumber, filesIn, foldersIn } from '../../course/katas.ts';

/** A kata that is to be written. */
export interface NewKata {
  /** `20-mine`. */
  readonly chapter: string;
  /** `1-time-limit`. */
  readonly name: string;
  /** What its stub exports: `timeLimit`. */
  readonly function: string;
}

const WORDS = '[a-z][a-z0-9]*(-[a-z0-9]+)*';
const SHAPE = '<chapter>/<number>-<name>';

/** Names that the example's spec has already. */
const TAKEN = ['expect', 'observe', 'test', 'job', 'scene', 'trace'];

/**
 * @param names what was typed: one `20-mine/1-time-limit`
 * @throws {UsageError} when that is no name, or its place is taken
 */
export function readName(root: string, names: readonly string[]): NewKata {
  const [typed, ...more] = names;
  if (typed === undefined) throw misused(`Expected ${SHAPE}; got nothing.`);
  if (more.length > 0)
    throw misused(`Expected one ${SHAPE}; got ${names.join(' and ')}. One kata at a time, please.`);
  const [chapter = '', name = '', ...deeper] = typed.replaceAll('\\', '/').split('/');
  if (!name || deeper.length > 0) throw misused(`Expected ${SHAPE}; got ${typed}.`);
  checkChapter(root, chapter, name);
  const free = nextNumber(root, chapter);
  if (!new RegExp(`^[1-9][0-9]*-${WORDS}$`).test(name))
    throw misused(
      `Expected a kata as 1-time-limit: its number in the chapter, then words in small letters, with hyphens; got ${name}.`,
      `${chapter}/${free}-time-limit`,
    );
  const number = Number.parseInt(name, 10);
  const holder = namesIn(root, chapter).find((other) => Number.parseInt(other, 10) === number);
  if (holder) {
    const what =
      holder === name
        ? `Expected a new kata; ${chapter}/${name} is there already, and nothing is written over.`
        : `Expected a free number; got ${number}, which is taken in ${chapter} by ${holder}.`;
    throw misused(
      `${what} The next free number is ${free}.`,
      `${chapter}/${name.replace(/^\d+/, String(free))}`,
    );
  }
  const camel = camelCase(name);
  if (!isFreeIdentifier(camel))
    throw misused(
      `Expected a name that can be a function's; got ${name}, and ${camel} has a meaning of its own ${TAKEN.includes(camel) ? 'in specs' : 'in JavaScript'}.`,
    );
  return { chapter, name, function: camel };
}

function checkChapter(root: string, chapter: string, name: string): void {
  if (!new RegExp(`^[0-9]{2}-${WORDS}$`).test(chapter))
    throw misused(
      `Expected a chapter as 20-mine: two digits, then words in small letters, with hyphens; got ${chapter}.`,
    );
  const other = foldersIn(join(root, 'katas')).find(
    (folder) => folder !== chapter && folder.slice(0, 3) === chapter.slice(0, 3),
  );
  if (other)
    throw misused(
      `Expected ${other}, which is chapter ${chapter.slice(0, 2)}; got ${chapter}.`,
      `${other}/${name.replace(/^\d+/, String(nextNumber(root, other)))}`,
    );
}

/** Whatever in either half begins with a number: `1-first-await`. */
function namesIn(root: string, chapter: string): string[] {
  return ['katas', 'solutions']
    .map((half) => join(root, half, chapter))
    .flatMap((folder) => [...filesIn(folder), ...foldersIn(folder)])
    .filter((name) => /^\d/.test(name))
    .map((name) => name.replace(/(\.spec)?\.ts$/, ''));
}

function nextNumber(root: string, chapter: string): number {
  const last = namesIn(root, chapter).sort(byNumber).at(-1) ?? '0';
  return Number.parseInt(last, 10) + 1;
}

/** `1-time-limit` as `timeLimit`. */
function camelCase(name: string): string {
  return name.replace(/^\d+-/, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function isFreeIdentifier(name: string): boolean {
  // A module that exports a `then` is a thenable for the code that imports it.
  if (TAKEN.includes(name) || name === 'then') return false;
  try {
    // Compiled, and never run: there are words that JavaScript keeps for itself.
    new Script(`'use strict'; async () => { let ${name}; }`);
    return true;
  } catch {
    return false;
  }
}

function misused(what: string, example = '20-mine/1-time-limit'): UsageError {
  return new UsageError(`${what}\nExample: npm run new -- ${example}`);
}
