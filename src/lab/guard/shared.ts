/**
 * What all code of a process can reach, with all that it had when it was looked at; and the way back there. In a
 * world that is broken nothing can be relied on but what was kept of it before.
 */
import { native } from '../node/native.ts';

export type Key = string | symbol;

/** Something that everybody can reach, with all that it had when it was looked at. */
export interface Shared {
  readonly name: string;
  readonly object: Record<Key, unknown>;
  readonly keys: readonly Key[];
  readonly descriptors: readonly PropertyDescriptor[];
  /** Whether each value that it had is the same: the quick look of after every run. */
  readonly hasItsValues: () => boolean;
  /** How many keys it showed to those who list them. */
  readonly listed: number;
}

/** What a verdict is found and spoken with. */
const LANGUAGE =
  'Object Function Array Promise Map Set String Number Symbol RegExp Error Date Math JSON Reflect';

const OTHERS =
  'console performance process WeakMap WeakSet WeakRef Boolean BigInt AggregateError TypeError RangeError ArrayBuffer Uint8Array AbortController AbortSignal EventTarget Event MessageChannel MessagePort';

const { getOwnPropertyDescriptor, defineProperty, is, keys: keysOf } = Object;
const { apply, ownKeys, deleteProperty } = Reflect;
const { includes, startsWith } = String.prototype;
const { get: describe } = getOwnPropertyDescriptor(Symbol.prototype, 'description') as {
  get: () => string | undefined;
};

export type Named = readonly [name: string, object: object];

/** The globals of these names, each with its prototype. */
function named(names: string): Named[] {
  const globals = globalThis as unknown as Record<string, { prototype?: object }>;
  return names.split(' ').flatMap((name) => {
    // What is set on the lab's own Date is set on the real one behind it.
    const object = name === 'Date' ? native.Date : (globals[name] as { prototype?: object });
    const own: Named = [name, object];
    return object.prototype ? [own, [`${name}.prototype`, object.prototype] as const] : [own];
  });
}

export function languageHere(): Named[] {
  const iterator = Object.getPrototypeOf([][Symbol.iterator]());
  return [
    ['globalThis', globalThis],
    ...named(LANGUAGE),
    ['an array iterator', iterator],
    ['every iterator', Object.getPrototypeOf(iterator)],
    ['an async function', Object.getPrototypeOf(async () => {})],
  ];
}

export function othersHere(): Named[] {
  return [
    ...named(OTHERS),
    ['node:timers', process.getBuiltinModule('node:timers')],
    ['node:timers/promises', process.getBuiltinModule('node:timers/promises')],
  ];
}

/** Node, vitest and we keep things of our own beside what everybody uses, and change them as we like. */
const isInternal = (key: Key) =>
  typeof key === 'string'
    ? key[0] === '_'
    : apply(startsWith, apply(describe, key, []) ?? '', ['undici.']) ||
      apply(startsWith, apply(describe, key, []) ?? '', ['learn-async']);

export function lookAt(name: string, thing: object): Shared {
  const object = thing as Record<Key, unknown>;
  const keys = ownKeys(object).filter((key) => !isInternal(key));
  const descriptors = keys.map(
    (key) => getOwnPropertyDescriptor(object, key) as PropertyDescriptor,
  );
  const hasItsValues = compare(object, keys, descriptors);
  return { name, object, keys, descriptors, hasItsValues, listed: keysOf(object).length };
}

/** Writes a comparison for each value: several times as quick as a loop, which Node cannot foresee. */
function compare(
  object: Record<Key, unknown>,
  keys: readonly Key[],
  descriptors: readonly PropertyDescriptor[],
): () => boolean {
  const comparisons = keys.flatMap((key, i) => {
    if (!isValue(key, descriptors[i] as PropertyDescriptor)) return [];
    const name = typeof key === 'string' ? JSON.stringify(key) : `keys[${i}]`;
    return [`object[${name}] === values[${i}]`];
  });
  const values = descriptors.map(({ value }) => value);
  const body = `return () => ${comparisons.join(' && ') || 'true'};`;
  return Function('object', 'keys', 'values', body)(object, keys, values);
}

/** It can be something else one day, and costs no call to look at. */
function isValue(key: Key, { get, set, configurable, writable }: PropertyDescriptor): boolean {
  // Old functions look for their callers when they are asked for these two.
  const isSlow = key === 'arguments' || key === 'caller';
  return !get && !set && !isSlow && (configurable === true || writable === true);
}

export function isWhole({ object, keys, descriptors }: Shared): boolean {
  const now = ownKeys(object);
  let count = 0;
  for (let i = 0; i < now.length; i++) if (!isInternal(now[i] as Key)) count++;
  if (count !== keys.length) return false;
  for (let i = 0; i < keys.length; i++) {
    if (!isSame(object, keys[i] as Key, descriptors[i] as PropertyDescriptor)) return false;
  }
  return true;
}

function isSame(object: Record<Key, unknown>, key: Key, was: PropertyDescriptor): boolean {
  if (!was.get && !was.set) return is(object[key], was.value);
  const now = getOwnPropertyDescriptor(object, key);
  // Node puts the thing itself in the place of some accessors when somebody first asks for it.
  return now !== undefined && (now.get === was.get || 'value' in now);
}

/**
 * Puts it back as it was.
 *
 * @param changed gets the names of what was put back
 * @param mayStay says of what is new whether it may
 */
export function repair(
  { name, object, keys, descriptors }: Shared,
  changed: string[],
  mayStay: (key: Key) => boolean,
): void {
  const now = ownKeys(object);
  for (let i = 0; i < now.length; i++) {
    const key = now[i] as Key;
    let isKnown = isInternal(key);
    for (let k = 0; k < keys.length; k++) if (keys[k] === key) isKnown = true;
    if (isKnown || mayStay(key)) continue;
    deleteProperty(object, key);
    changed[changed.length] = nameOf(name, key);
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as Key;
    const was = descriptors[i] as PropertyDescriptor;
    if (isSame(object, key, was)) continue;
    try {
      defineProperty(object, key, was);
    } catch {
      // It was frozen, and stays: there is no way back from that within a process.
    }
    changed[changed.length] = nameOf(name, key);
  }
}

/** Whether a text has the name of a property in it. */
export const isNamedIn = (text: string, key: Key) =>
  apply(includes, text, [typeof key === 'symbol' ? (apply(describe, key, []) ?? '') : key]);

const nameOf = (name: string, key: Key) =>
  `${name}${typeof key === 'symbol' ? `[${key.description}]` : `.${key}`}`;
