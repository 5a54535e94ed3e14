import { type Kata, katasOf } from '../course.ts';
import { findKatas, nearestName } from './names.ts';
import { statusesOf } from './statuses.ts';

/** Somebody misused a command; the message says what was expected, and what came. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * The one kata that somebody means; without a name, the next one to do.
 *
 * @throws {UsageError} when there is none of that name, or more than one
 */
export async function chooseKata(root: string, names: readonly string[]): Promise<Kata> {
  const katas = katasOf(root);
  const [name, ...more] = names;
  if (more.length > 0)
    throw new UsageError(`One kata at a time, please; got ${names.join(' and ')}.`);
  if (name === undefined) return nextKata(root, katas);
  const found = findKatas(katas, name, root);
  if (found.length === 1) return found[0] as Kata;
  if (found.length === 0) throw unknownName(katas, name, root);
  throw new UsageError(`${name} may be ${found.map((kata) => kata.name).join(' or ')}: which one?`);
}

export function unknownName(katas: readonly Kata[], name: string, root: string): UsageError {
  const nearest = nearestName(katas, name, root);
  return new UsageError(`No kata is called ${name}.${nearest ? ` Did you mean ${nearest}?` : ''}`);
}

async function nextKata(root: string, katas: readonly Kata[]): Promise<Kata> {
  const statuses = await statusesOf(root);
  const next = statuses.find(({ status }) => status !== 'done')?.kata ?? katas.at(-1);
  if (!next)
    throw new UsageError('There is no kata here: run the command in the folder of the course.');
  return next;
}
