import { inspect } from 'node:util';

const LONGEST = 200;

/** A value as a learner would write it, on one line and not too long. */
export function show(value: unknown): string {
  const text = inspect(written(value), {
    depth: 4,
    breakLength: Infinity,
    maxArrayLength: 20,
    maxStringLength: 100,
  });
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Errors become words, as one would write them (`TypeError('no bread')`), and promises lose their innards. */
function written(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return { [inspect.custom]: () => writeError(value) };
  if (value instanceof Promise) return { [inspect.custom]: () => 'Promise {…}' };
  if (typeof value !== 'object' || value === null || depth > 4) return value;
  const inside = (item: unknown) => written(item, depth + 1);
  if (Array.isArray(value)) return value.map(inside);
  if (value instanceof Set) return new Set([...value].map(inside));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inside(item)]));
}

function writeError(error: Error): string {
  const parts = [show(error.message)];
  if (error instanceof AggregateError) parts.unshift(show(error.errors));
  if (Object.hasOwn(error, 'cause')) parts.push(`{ cause: ${show(error.cause)} }`);
  return `${error.constructor.name || error.name}(${parts.join(', ')})`;
}

/** What was thrown, in a few words: an error's message, else the value. */
export function say(error: unknown): string {
  if (!(error instanceof Error)) return show(error);
  const name = error.name === 'Error' ? '' : `${error.name}: `;
  if (error.message === '')
    return error.name === 'Error' ? 'an Error without a message' : error.name;
  return `${name}${error.message}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `1 time`, `2 times`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
