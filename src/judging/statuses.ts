import { katasOf } from '../course/katas.ts';
import { collect } from '../runner/collect.ts';
import type { RunOptions } from '../runner/run-vitest.ts';
import { type KataStanding, standingOf } from './standing.ts';

/** Runs every spec in silence, and tells how each kata stands. */
export async function statusesOf(root: string, options?: RunOptions): Promise<KataStanding[]> {
  const { modules } = await collect('katas', root, [], options);
  return katasOf(root).map((kata) => standingOf(kata, modules.get(kata.spec)));
}
