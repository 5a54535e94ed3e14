/**
 * A kata in which nothing has changed need not run again to tell how far somebody is. Kept are the two ways to stand
 * that say all with their name: every test passed, or nobody has written anything yet.
 */
import type { Kata } from '../course/katas.ts';
import { recall, remember } from '../course/keep.ts';
import { ownCodeOf } from '../lab/own-code.ts';
import { OURS } from '../runner/workers/apart.ts';
import { contentOf, digestOf, foundBy, worldOf } from './rests-on.ts';
import type { KataStanding, Status } from './standing.ts';

const MEMORY = 'standings';

/** By the kata's id. */
type Memory = Record<string, { readonly of: string; readonly status: Status }>;

export class StoodBefore {
  readonly #root: string;
  readonly #world = worldOf();
  readonly #memory: Memory;
  /** What each kata was when it was asked for. */
  readonly #digests = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
    this.#memory = { ...(recall(root, MEMORY) as Memory | undefined) };
  }

  /** @returns undefined when it did not stand in such a way, or when anything has changed since */
  recall(kata: Kata): KataStanding | undefined {
    const digest = this.#digestOf(kata);
    this.#digests.set(kata.id, digest);
    const { of, status } = this.#memory[kata.id] ?? {};
    if (of !== digest || !isKept(status)) return undefined;
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
      if (isKnown && rests(standing)) this.#memory[kata.id] = { of: digest, status };
      else delete this.#memory[kata.id];
    }
    remember(this.#root, MEMORY, this.#memory);
  }

  #digestOf(kata: Kata): string {
    return digestOf([this.#world, ...contentOf([kata.spec, kata.stub, ...foundBy(kata.spec)])]);
  }
}

const isKept = (status: Status | undefined) => status === 'done' || status === 'untouched';

/** Whether it rests on nothing but what is in the digest. */
function rests({ kata, status, tests }: KataStanding): boolean {
  if (!isKept(status)) return false;
  // What was left out may not be left out the next time.
  if (tests.some(({ state }) => state === 'skipped')) return false;
  const { text, packages, builtins, files } = ownCodeOf(kata.stub);
  return (
    // A path may stand for another one (`./helper`), and what is saved there is not the stub.
    files.length === 1 &&
    packages.every((name) => OURS.includes(name)) &&
    builtins.every((name) => INSIDE.has(name.replace(/\/.*/, ''))) &&
    !WAYS_OUT.some((way) => way.test(text))
  );
}

/** Of Node's modules, those that lead nowhere else. In a spec, threads and processes are virtual. */
const INSIDE = new Set([
  'assert',
  'async_hooks',
  'buffer',
  'child_process',
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

/** Other ways to what is not in the digest: a file, a setting, the network, or chance. */
const WAYS_OUT = [
  /\bimport\.meta\b/,
  /\bimport\s*\(\s*[^\s'"]/,
  /\brequire\b/,
  /\bnew\s+Worker\s*\(\s*['"`]/,
  /\bfetch\s*\(\s*['"`]/,
  /\bMath\s*\.\s*random\b/,
  /\bcrypto\b/,
  /=\s*process\b/,
  /\bprocess\s*(?:\[|\?\.|\.(?!(?:nextTick|on|once|off|removeListener|listenerCount)\b)\w)/,
];
