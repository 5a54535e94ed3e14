import { resolve } from 'node:path';
import type { Reporter, SerializedError, TestModule, TestSpecification } from 'vitest/node';
import { type Kata, katasOf } from '../course/katas.ts';
import { standingOf } from './standing.ts';
import type { StoodBefore } from './stood-before.ts';

/** Keeps for the next run what each run shows, also those of watch mode. */
export class KeepStandings implements Reporter {
  readonly #root: string;
  readonly #before: StoodBefore;
  #katas: readonly Kata[] = [];

  constructor(root: string, before: StoodBefore) {
    this.#root = root;
    this.#before = before;
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    const specs = new Set(specifications.map(({ moduleId }) => resolve(moduleId)));
    this.#katas = katasOf(this.#root).filter(({ spec }) => specs.has(spec));
    for (const kata of this.#katas) this.#before.recall(kata);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const ran = new Map(modules.map((module) => [resolve(module.moduleId), module]));
    const standings = this.#katas.map((kata) => standingOf(kata, ran.get(kata.spec)));
    // Nobody knows of which kata it comes.
    if (unhandled.length > 0) this.#before.forget(standings);
    else this.#before.keep(standings);
  }
}
