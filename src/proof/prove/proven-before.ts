/**
 * What was proven before need not be proven again, as long as all that a proof rests on is the same to the
 * letter: the kata with its attempts, the lab, and what is installed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { attemptsOf } from '../../course/attempts.ts';
import type { Kata } from '../../course/katas.ts';
import { recall, remember } from '../../course/keep.ts';
import { lessonFile, sectionOf } from '../../course/lesson.ts';
import type { Judgement } from '../../judging/judge.ts';
import { contentOf, digestOf, foundBy, worldOf } from '../../judging/rests-on.ts';

const MEMORY = 'proven';

/** By the kata's id. */
type Memory = Record<string, { readonly of: string; readonly judgement: Judgement }>;

export class ProvenBefore {
  readonly #root: string;
  readonly #world = worldOf('proof/prove');
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

  /** What was proven may have failed since, though nothing has changed. */
  forget(kata: Kata): void {
    delete this.#memory[kata.id];
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
    const attempts = attemptsOf(kata).map(({ file }) => file);
    const files = [kata.spec, kata.stub, kata.reference, ...attempts, ...foundBy(kata.spec)];
    const lesson = lessonFile(this.#root, kata);
    const section = existsSync(lesson) && sectionOf(readFileSync(lesson, 'utf8'), kata.name);
    return [`${section}`, ...contentOf(files)];
  }
}
