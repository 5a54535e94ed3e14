/**
 * What was proven before need not be proven again, as long as all that a proof rests on is the same to the
 * letter: the kata with its attempts, the lab, and what is installed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { attemptsOf } from '../../course/attempts.ts';
import { HOME } from '../../course/home.ts';
import type { Kata } from '../../course/katas.ts';
import { recall, remember } from '../../course/keep.ts';
import { lessonFile, sectionOf } from '../../course/lesson.ts';
import type { Judgement } from '../../judging/judge.ts';
import { ownCodeOf } from '../../lab/own-code.ts';

const MEMORY = 'proven';

/** The rooms that a proof passes through. */
const ROOMS = ['start', 'text', 'course', 'lab', 'runner', 'judging', 'proof/prove'];

/** By the kata's id. */
type Memory = Record<string, { readonly of: string; readonly judgement: Judgement }>;

export class ProvenBefore {
  readonly #root: string;
  readonly #world = digestOf(world());
  readonly #digests = new Map<Kata, string>();
  readonly #memory: Memory;

  constructor(root: string) {
    this.#root = root;
    this.#memory = { ...(recall(root, MEMORY) as Memory | undefined) };
  }

  /** @returns undefined when it was never proven, or when anything has changed since */
  recall(kata: Kata): Judgement | undefined {
    const known = this.#memory[kata.id];
    return known?.of === this.#digestOf(kata) ? known.judgement : undefined;
  }

  /** @param judgement of a kata that is proven */
  remember(kata: Kata, judgement: Judgement): void {
    this.#memory[kata.id] = { of: this.#digestOf(kata), judgement };
  }

  /** For the next time. */
  keep(): void {
    remember(this.#root, MEMORY, this.#memory);
  }

  /** As it was when it was first asked for: what is changed in the middle of a proof counts as changed. */
  #digestOf(kata: Kata): string {
    let digest = this.#digests.get(kata);
    if (digest === undefined) {
      digest = digestOf([this.#world, ...this.#contentOf(kata)]);
      this.#digests.set(kata, digest);
    }
    return digest;
  }

  #contentOf(kata: Kata): string[] {
    const files = [
      kata.spec,
      kata.stub,
      kata.reference,
      ...attemptsOf(kata).map(({ file }) => file),
      ...foundBy(kata.spec),
    ];
    const lesson = lessonFile(this.#root, kata);
    const section = existsSync(lesson) && sectionOf(readFileSync(lesson, 'utf8'), kata.name);
    return [
      `${section}`,
      ...files.flatMap((file) => [basename(file), `${existsSync(file)}`, ownCodeOf(file).text]),
    ];
  }
}

/** What the begin of a glob in a spec names: the attempts at another kata. */
const GLOB = /import\.meta\.glob[^'"`]*['"`]([^'"`{*]+)/;

/** The files that a spec loads by a glob: a kata's reference and its attempts. */
function foundBy(spec: string): string[] {
  const [, begin] = GLOB.exec(readFileSync(spec, 'utf8')) ?? [];
  if (!begin) return [];
  const kata = resolve(dirname(spec), begin);
  return [`${kata}.ts`, ...sourcesIn(kata)];
}

function digestOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  // The length keeps apart what would be the same in one piece.
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}

/** What every proof rests on. */
function world(): string[] {
  const sources = ROOMS.flatMap((room) => sourcesIn(join(HOME, 'src', room)));
  // What npm has installed, and not what it would: who tries another version changes only the former.
  const installed = ['node_modules/.package-lock.json', 'package-lock.json']
    .map((name) => join(HOME, name))
    .find((file) => existsSync(file));
  return [
    process.version,
    process.platform,
    ...[...sources, ...(installed ? [installed] : [])].flatMap((file) => [
      file,
      readFileSync(file, 'utf8'),
    ]),
  ];
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
