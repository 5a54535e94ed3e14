/**
 * What all code of a process shares: the globals, what they are made of, the environment, the working
 * directory and the listeners of the process. A kata that changes it changes it for all that come after,
 * so the lab puts it back.
 */

import { syncBuiltinESMExports } from 'node:module';
import { native } from '../node/native.ts';
import { once } from '../node/once.ts';
import { keepOpen } from './freezing.ts';

type Key = string | symbol;

/** Something that everybody can reach, with all that it had when it was looked at. */
interface Shared {
  readonly name: string;
  readonly object: Record<Key, unknown>;
  readonly keys: readonly Key[];
  readonly descriptors: readonly PropertyDescriptor[];
  /** Whether each value that it had is the same: the quick look of after every run. */
  readonly hasItsValues: () => boolean;
  /** How many keys it showed to those who list them. */
  readonly listed: number;
}

interface World {
  readonly shared: readonly Shared[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly listeners: ReadonlyMap<Key, readonly unknown[]>;
}

/** What a verdict is found and spoken with. */
const LANGUAGE =
  'Object Function Array Promise Map Set String Number Symbol RegExp Error Date Math JSON Reflect';

const OTHERS =
  'console performance process WeakMap WeakSet WeakRef Boolean BigInt AggregateError TypeError RangeError ArrayBuffer Uint8Array AbortController AbortSignal EventTarget Event MessageChannel MessagePort';

// In a world that is broken nothing can be relied on but what was kept of it before.
const { getOwnPropertyDescriptor, defineProperty, is, keys: listedIn } = Object;
const { apply, ownKeys, deleteProperty } = Reflect;
const { includes, startsWith } = String.prototype;
const { get: describe } = getOwnPropertyDescriptor(Symbol.prototype, 'description') as {
  get: () => string | undefined;
};
const { chdir, cwd } = process;

type Named = readonly [name: string, object: object];

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

function languageHere(): Named[] {
  const iterator = Object.getPrototypeOf([][Symbol.iterator]());
  return [
    ['globalThis', globalThis],
    ...named(LANGUAGE),
    ['an array iterator', iterator],
    ['every iterator', Object.getPrototypeOf(iterator)],
    ['an async function', Object.getPrototypeOf(async () => {})],
  ];
}

function othersHere(): Named[] {
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

function lookAt(name: string, thing: object): Shared {
  const object = thing as Record<Key, unknown>;
  const keys = ownKeys(object).filter((key) => !isInternal(key));
  const descriptors = keys.map(
    (key) => getOwnPropertyDescriptor(object, key) as PropertyDescriptor,
  );
  const hasItsValues = compare(object, keys, descriptors);
  return { name, object, keys, descriptors, hasItsValues, listed: listedIn(object).length };
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

function lookAround(): World {
  return {
    shared: known.everybodys.map(([name, object]) => lookAt(name, object)),
    env: { ...process.env },
    cwd: cwd(),
    listeners: listenersNow(),
  };
}

interface Known {
  /** What everybody can reach, the language first. */
  everybodys: readonly Named[];
  /** So many of them are the language. */
  language: number;
  whole?: World;
  ofThisFile?: World;
  /** To read the environment takes longer than to notice that somebody writes to it. */
  isEnvTouched?: boolean;
  /** The code that is judged, if it imports a package. */
  besidePackages?: string | undefined;
}

/** One for a process, as there is one world in it; files and tests come one after another. */
const known = once('world', (): Known => ({ everybodys: [], language: 0 }));

/** Before any kata is loaded, and once in a process: what it finds is from then on how things have to be. */
export function rememberWorld(): void {
  process.env = noticingWrites(process.env);
  const language = languageHere();
  known.everybodys = [...language, ...othersHere()];
  known.language = language.length;
  keepOpen(known.everybodys);
  known.whole = lookAround();
  known.ofThisFile = known.whole;
}

function noticingWrites(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const noticing =
    <Args extends unknown[]>(write: (...args: Args) => boolean) =>
    (...args: Args) => {
      known.isEnvTouched = true;
      return write(...args);
    };
  return new Proxy<NodeJS.ProcessEnv>(env, {
    set: noticing((target, key: string, value) => Reflect.set(target, key, value)),
    deleteProperty: noticing(Reflect.deleteProperty),
    defineProperty: noticing(Reflect.defineProperty),
  });
}

/**
 * At the beginning of a file: what it has changed while it was loaded holds as long as it runs, and so does what
 * a package adds for itself later, when it is first called: that is no loose end of the code that calls it.
 *
 * @param code that is judged, if it imports a package
 */
export function enterWorld(code?: string): void {
  const { whole } = known;
  known.ofThisFile = whole && looksAsItDid(whole) ? whole : lookAround();
  known.besidePackages = code;
}

/**
 * Whether a package has added this, and not the code that is judged. Nothing tells which code has set a
 * property; but code that sets one writes its name, and this name stands nowhere in that code.
 */
function isOfPackage(key: Key): boolean {
  const code = known.besidePackages;
  return code !== undefined && !apply(includes, code, [wordFor(key)]);
}

/** After a run: puts back what its verdict is spoken with, and gives the names of what was changed. */
export function putBackLanguage(): string[] {
  const shared = known.ofThisFile?.shared ?? [];
  // The language comes first among what is shared.
  for (let i = 0; i < known.language && i < shared.length; i++)
    if (!(shared[i] as Shared).hasItsValues()) return putBackShared(shared);
  return [];
}

/** After a test: puts back all that it has changed, as far as a quick look tells, and gives its names. */
export function putBackWorld(): string[] {
  const world = known.ofThisFile;
  return !world || looksAsItDid(world) ? [] : putBack(world);
}

/** At the end of a file: the next one finds the world as the first one did. */
export function leaveWorld(): void {
  known.besidePackages = undefined;
  if (known.whole) putBack(known.whole);
  known.ofThisFile = known.whole;
}

function looksAsItDid({ shared, env, cwd: folder, listeners }: World): boolean {
  for (let i = 0; i < shared.length; i++) {
    const { object, hasItsValues, listed } = shared[i] as Shared;
    if (!hasItsValues() || listedIn(object).length !== listed) return false;
  }
  if (known.isEnvTouched && changedNames(env).length > 0) return false;
  known.isEnvTouched = false;
  return cwd() === folder && changedEvents(listeners).length === 0;
}

function putBackShared(shared: readonly Shared[]): string[] {
  const changed: string[] = [];
  for (let i = 0; i < shared.length; i++) {
    if (!isWhole(shared[i] as Shared)) repair(shared[i] as Shared, changed);
  }
  return changed;
}

function putBack({ shared, env, cwd: folder, listeners }: World): string[] {
  const changed = putBackShared(shared);
  // From here on the world is good to work with.
  if (changed.some((name) => name.startsWith('node:'))) syncBuiltinESMExports();
  for (const name of changedNames(env)) {
    if (env[name] === undefined) delete process.env[name];
    else process.env[name] = env[name];
    changed.push(`process.env.${name}`);
  }
  if (cwd() !== folder) {
    chdir(folder);
    changed.push('the working directory');
  }
  for (const event of changedEvents(listeners)) {
    if (isOfPackage(event) && hasAll(listeners.get(event) ?? [], event)) continue;
    process.removeAllListeners(event as string);
    for (const listener of listeners.get(event) ?? [])
      process.on(event as string, listener as () => void);
    changed.push(`the listeners of process for ${String(event)}`);
  }
  return changed;
}

function hasAll(listeners: readonly unknown[], event: Key): boolean {
  const now: unknown[] = process.rawListeners(event as string);
  return listeners.every((listener) => now.includes(listener));
}

function changedNames(env: NodeJS.ProcessEnv): string[] {
  const names = listedIn(process.env);
  for (const name in env) if (process.env[name] === undefined) names.push(name);
  return names.filter((name) => process.env[name] !== env[name]);
}

function changedEvents(were: World['listeners']): Key[] {
  const now = listenersNow();
  return [...new Set([...were.keys(), ...now.keys()])].filter((event) => {
    const [before, after] = [were.get(event) ?? [], now.get(event) ?? []];
    return before.length !== after.length || before.some((listener, i) => listener !== after[i]);
  });
}

function isWhole({ object, keys, descriptors }: Shared): boolean {
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

function repair({ name, object, keys, descriptors }: Shared, changed: string[]): void {
  const now = ownKeys(object);
  for (let i = 0; i < now.length; i++) {
    const key = now[i] as Key;
    let isKnown = isInternal(key);
    for (let k = 0; k < keys.length; k++) if (keys[k] === key) isKnown = true;
    if (isKnown || isOfPackage(key)) continue;
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

const wordFor = (key: Key) => (typeof key === 'symbol' ? (apply(describe, key, []) ?? '') : key);

const nameOf = (name: string, key: Key) =>
  `${name}${typeof key === 'symbol' ? `[${key.description}]` : `.${key}`}`;

function listenersNow(): Map<Key, readonly unknown[]> {
  return new Map(
    process.eventNames().map((event) => [event, process.rawListeners(event as string)]),
  );
}
