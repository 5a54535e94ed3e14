/**
 * A kata in which nothing has changed need not run again to tell how far somebody is. Kept are the two ways to stand
 * that say all with their name: every test passed, or nobody has written anything yet. How those stand that are as they
 * came is known before the first run.
 */
import { dirname, resolve } from 'node:path';
import type { Kata } from '../course/katas.ts';
import { recall, remember } from '../course/keep.ts';
import { ownCodeOf } from '../lab/own-code.ts';
import { OURS } from '../runner/workers/apart.ts';
import { asShipped } from './as-shipped.ts';
import { contentOf, digestOf, foundBy, isFile, textOf, worldOf } from './rests-on.ts';
import type { KataStanding, Status } from './standing.ts';

const MEMORY = 'standings';

/** By the kata's id; `unknown` is what has to run again. */
type Memory = Record<string, { readonly of: string; readonly status: Status }>;

export class StoodBefore {
  readonly #root: string;
  readonly #world = worldOf();
  readonly #memory: Memory;
  readonly #asShipped: (kata: Kata) => Status | undefined;
  /** What each kata was when it was asked for. */
  readonly #digests = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
    this.#memory = { ...(recall(root, MEMORY) as Memory | undefined) };
    this.#asShipped = asShipped(root);
  }

  /** @returns undefined when it did not stand in such a way, or when anything has changed since */
  recall(kata: Kata): KataStanding | undefined {
    const digest = this.#digestOf(kata);
    this.#digests.set(kata.id, digest);
    const known = this.#memory[kata.id];
    // What a run has shown here counts more than what was true elsewhere.
    const status = known?.of === digest ? known.status : this.#asShipped(kata);
    if (!isKept(status)) return undefined;
    return { kata, status, isFromBefore: true, isReference: false, tests: [], broken: undefined };
  }

  /** For the next time. @param standings of a run that began after the katas were asked for */
  keep(standings: readonly KataStanding[]): void {
    for (const standing of standings) {
      const { kata, status, isFromBefore, isReference } = standing;
      if (isFromBefore || isReference || status === 'unknown') continue;
      const digest = this.#digestOf(kata);
      // Of what was saved in the middle of the run, nobody knows which of the two has run.
      const isKnown = this.#digests.get(kata.id) === digest;
      this.#memory[kata.id] = {
        of: digest,
        status: isKnown && rests(standing) ? status : 'unknown',
      };
    }
    remember(this.#root, MEMORY, this.#memory);
  }

  /** After a run of which nothing is to be kept: what has failed in it is not recalled as anything else. */
  forget(standings: readonly KataStanding[]): void {
    const failed = standings.filter(({ status }) => status === 'failing');
    if (failed.length > 0) this.keep(failed);
  }

  #digestOf(kata: Kata): string {
    return digestOf([this.#world, ...contentOf([kata.spec, kata.stub, ...foundBy(kata.spec)])]);
  }
}

/**
 * Those of the known katas that need not run when the others do. In a worker there is one copy of a file, with all that
 * it keeps: katas that share one run together, or not at all.
 */
export function apartFrom(
  katas: readonly Kata[],
  known: readonly KataStanding[],
): readonly KataStanding[] {
  const left = new Map(known.map((standing) => [standing.kata, standing]));
  const users = new Map<string, Kata[]>();
  const filesOf = (kata: Kata) => ownCodeOf(kata.stub).files;
  for (const kata of katas)
    for (const file of filesOf(kata)) users.set(file, [...(users.get(file) ?? []), kata]);
  const running = new Set(katas.filter((kata) => !left.has(kata)));
  // What is added meanwhile is visited, too.
  for (const kata of running)
    for (const other of filesOf(kata).flatMap((file) => users.get(file) ?? [])) {
      left.delete(other);
      running.add(other);
    }
  return [...left.values()];
}

const isKept = (status: Status | undefined): status is 'done' | 'untouched' =>
  status === 'done' || status === 'untouched';

/** Whether it rests on nothing but what is in the digest. */
function rests({ kata, status, tests }: KataStanding): boolean {
  if (!isKept(status)) return false;
  // What was left out may not be left out the next time.
  if (tests.some(({ state }) => state === 'skipped')) return false;
  const { files, packages } = ownCodeOf(kata.stub);
  const codes = files.map((file) => withoutImportsOf(files, file).replaceAll(COMMENT, ''));
  return (
    packages.every((name) => OURS.includes(name)) &&
    !codes.some((code) => WAYS_OUT.some((way) => way.test(code))) &&
    isClosed(kata.spec)
  );
}

/** The code of a file without where it imports from: these files are in the digest, and a type is loaded by nobody. */
function withoutImportsOf(files: readonly string[], file: string): string {
  const code = (textOf(file) ?? '').replaceAll(OF_A_TYPE, '');
  return code.replaceAll(FROM, (path: string, name: string) => {
    const imported = resolve(dirname(file), name);
    return files.includes(imported) && isFile(imported) ? '' : path;
  });
}

/** Whether nothing but what a spec and its stub import can make them do something else. */
function isClosed(spec: string): boolean {
  const { text, files, builtins } = ownCodeOf(spec);
  return (
    // A path may stand for another one: `./helper` for `helper.ts`, or for a folder.
    files.every(isFile) &&
    builtins.every((name) => INSIDE.has(name.replace(/\/.*/, ''))) &&
    !/\btoMatch(File)?Snapshot\b|\bprocess\s*\.\s*env\b/.test(text)
  );
}

const OF_A_TYPE =
  /\bimport\s+type\s+(?:\{[^}'"`;]*\}|\*\s+as\s+[\w$]+|[\w$]+)\s+from\s*['"][^'"\n]+['"]/g;

const FROM = /\bfrom\s*['"](\.[^'"\n]+)['"]/g;

/** Of Node's modules, those that lead nowhere else. In a spec, threads are virtual; of processes, not all are. */
const INSIDE = new Set([
  'assert',
  'async_hooks',
  'buffer',
  'diagnostics_channel',
  'events',
  'perf_hooks',
  'querystring',
  'stream',
  'string_decoder',
  'timers',
  'url',
  'util',
  'worker_threads',
]);

/** One with lines to itself: behind code, two slashes may be part of a text. */
const COMMENT = /^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm;

/** Other ways of an answer to what is not in the digest: a file, a setting, the network, or chance. */
const WAYS_OUT = [
  // The path of a file of one's own, however it is imported; and a name that package.json has for one.
  /['"`](?:\.\.?(?:\/|['"`])|#\w)/,
  /\bimport\.meta\b/,
  /\bimport\s*\(\s*[^\s'"]/,
  /\brequire\b/,
  /\bfetch\s*\(\s*['"`]/,
  /\bMath\b(?!\s*\.\s*(?!random\b)\w)/,
  /\bcrypto\b/,
  /\bprocess\b(?!\s*\.\s*(?:nextTick|on|once|off|removeListener|listenerCount)\b)/,
];
