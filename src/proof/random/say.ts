/** Values in words, so that two runs can be compared: what is the same in both has the same words. */
import { types } from 'node:util';
import { show } from '../../lab/trace/value.ts';
import { OBJECTS } from './palette.ts';

/** Levels that are told of what lies within something else. */
const DEEPEST = 4;

/** Labels of objects that are known by who they are. */
export type Labels = Map<unknown, string>;

/** The palette's own objects: a copy of one has other words. */
export function paletteLabels(): Labels {
  return new Map(OBJECTS.map((it, i) => [it, `${show(it)} (no. ${i})`]));
}

/**
 * What the contracts leave open is left out: the text of an error, the class of one that wraps another, an object's
 * prototype and the order of its keys.
 */
export function say(value: unknown, labels: Labels, depth = 0): string {
  const label = labels.get(value);
  if (label !== undefined) return label;
  if (Object(value) !== value) return show(value);
  if (depth > DEEPEST) return '…';
  const inner = (part: unknown) => say(part, labels, depth + 1);
  if (typeof value === 'function') return 'a function';
  if (types.isPromise(value)) return 'a promise';
  if (Array.isArray(value)) return `[${Array.from(value, inner).join(', ')}]`;
  if (value instanceof Set) return `{${[...value].map(inner).sort().join(', ')}}`;
  if (value instanceof Map) return `a Map of ${inner([...value])}`;
  if (value instanceof AggregateError) return `an AggregateError of ${inner(value.errors)}`;
  if (value instanceof Error)
    return 'cause' in value
      ? `a new Error with the cause ${inner(value.cause)}`
      : `a new ${value.name}`;
  const own = Object.entries(value as object)
    .map(([key, part]) => `${key}: ${inner(part)}`)
    .sort();
  return own.length > 0 ? `{ ${own.join(', ')} }` : '{}';
}
