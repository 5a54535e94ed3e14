import { katasOf } from '../course/katas.ts';
import { collect } from '../runner/collect.ts';
import type { RunOptions } from '../runner/run-vitest.ts';
import { type KataStanding, standingOf } from './standing.ts';
import { apartFrom, StoodBefore } from './stood-before.ts';

/** Runs every spec in silence, and tells how each kata stands. */
export async function statusesOf(root: string, options?: RunOptions): Promise<KataStanding[]> {
  const { modules } = await collect('katas', root, [], options);
  const standings = katasOf(root).map((kata) => standingOf(kata, modules.get(kata.spec)));
  new StoodBefore(root).forget(standings);
  return standings;
}

/** Tells how each kata stands. In silence, and only where something has changed, it runs the specs. */
export async function statusesNow(root: string): Promise<KataStanding[]> {
  const before = new StoodBefore(root);
  const katas = katasOf(root);
  const known = apartFrom(
    katas,
    katas.flatMap((kata) => before.recall(kata) ?? []),
  );
  const asKnown = katas.map(
    (kata) => known.find((it) => it.kata === kata) ?? standingOf(kata, undefined),
  );
  const changed = asKnown.filter(({ isFromBefore }) => !isFromBefore);
  if (changed.length === 0) return asKnown;
  const specs = changed.length < asKnown.length ? changed.map(({ kata }) => kata.spec) : [];
  const { modules, stray } = await collect('katas', root, specs);
  const standings = asKnown.map((known) =>
    known.isFromBefore ? known : standingOf(known.kata, modules.get(known.kata.spec)),
  );
  if (stray.length === 0) before.keep(standings);
  else before.forget(standings);
  return standings;
}
