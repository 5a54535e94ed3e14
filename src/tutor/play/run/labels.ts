/** A call in words: its function, and its arguments as far as they are short. */
import { inspect, types } from 'node:util';
import type { LineOf } from '../played.ts';

const LONGEST = 16;
const MOST = 3;

export function labelOf(name: string, line: LineOf, args: readonly unknown[]): string {
  // One that was left out is undefined, too.
  const given = args.slice(0, args.findLastIndex((value) => value !== undefined) + 1);
  const shown = given.slice(0, MOST).map(short);
  if (given.length > MOST) shown.push('…');
  const list = `(${shown.join(', ')})`;
  if (name === '' || name === ':') return `(line ${line})${list}`;
  return name.endsWith(':') ? `${name.slice(0, -1)}(…)${list}` : `${name}${list}`;
}

/** Runs no code of the program's. */
function short(value: unknown): string {
  if (typeof value === 'function') return types.isProxy(value) ? 'f' : value.name || 'f';
  if (typeof value === 'string') return inspect(cut(value));
  if (typeof value !== 'object' || value === null) return cut(String(value));
  if (types.isProxy(value)) return '…';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (types.isPromise(value)) return 'a promise';
  if (value instanceof AbortSignal) return 'signal';
  return '{…}';
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
