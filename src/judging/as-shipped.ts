/**
 * What nobody has begun need not run to say so. Before the course is given away it is proven that each stub fails
 * every test of its spec with its TODO; which stubs and specs these were stands in a file that comes with them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kata, katasOf } from '../course/katas.ts';
import { contentOf, digestOf } from './rests-on.ts';

/** By each kata's id, a digest of its spec and its stub. A course without this file has nothing of the kind. */
export const AS_SHIPPED = 'katas/as-shipped.json';

/** @returns how a kata stands that is still as it came; undefined for any other one */
export function asShipped(root: string): (kata: Kata) => 'untouched' | undefined {
  const digests = new Set(Object.values(read(root)));
  return (kata) => (digests.size > 0 && digests.has(digestOfPair(kata)) ? 'untouched' : undefined);
}

/**
 * Holds the file against what is proven.
 *
 * @param proven katas of which the stub fails every test
 * @param write mends the file, and leaves nothing to complain about
 */
export function checkShipped(root: string, proven: readonly Kata[], write: boolean): string[] {
  if (!existsSync(join(root, AS_SHIPPED))) return [];
  const digests = read(root);
  const changed = proven.filter((kata) => digests[kata.id] !== digestOfPair(kata));
  if (!write)
    return changed.map(({ id }) =>
      digests[id] === undefined
        ? `${id}: ${AS_SHIPPED} does not have it yet. To note it there: npm run prove ${id} -- --write`
        : `${id}: ${AS_SHIPPED} is of another stub or spec. To bring it up to date: npm run prove ${id} -- --write`,
    );
  for (const kata of changed) digests[kata.id] = digestOfPair(kata);
  // In the order of the course; those that are gone go.
  const known = katasOf(root).filter(({ id }) => digests[id]);
  const sorted = Object.fromEntries(known.map(({ id }) => [id, digests[id]]));
  writeFileSync(join(root, AS_SHIPPED), `${JSON.stringify(sorted, null, 2)}\n`);
  return [];
}

/** @returns a complaint about each kata that the file has, and the course does not */
export function staleShipped(root: string): string[] {
  const known = new Set(katasOf(root).map(({ id }) => id));
  return Object.keys(read(root))
    .filter((id) => !known.has(id))
    .map(
      (id) =>
        `${AS_SHIPPED} has ${id}, and there is no such kata. To take it out: npm run prove -- --write`,
    );
}

const digestOfPair = ({ spec, stub }: Kata) => digestOf(contentOf([spec, stub]));

function read(root: string): Record<string, string> {
  try {
    return { ...JSON.parse(readFileSync(join(root, AS_SHIPPED), 'utf8')) };
  } catch {
    return {};
  }
}
