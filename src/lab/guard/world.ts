/**
 * What all code of a process shares: the globals, what they are made of, the environment, the working
 * directory and the listeners of the process. A kata that changes it changes it for all that come after,
 * so the lab puts it back.
 */

import { syncBuiltinESMExports } from 'node:module';
import { once } from '../node/once.ts';
import { keepOpen } from './freezing.ts';
import {
  isNamedIn,
  isWhole,
  type Key,
  languageHere,
  lookAt,
  type Named,
  othersHere,
  repair,
  type Shared,
} from './shared.ts';

interface World {
  readonly shared: readonly Shared[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly listeners: ReadonlyMap<Key, readonly unknown[]>;
}

const { chdir, cwd } = process;
const { keys: listedIn } = Object;

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
  return code !== undefined && !isNamedIn(code, key);
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
    if (!isWhole(shared[i] as Shared)) repair(shared[i] as Shared, changed, isOfPackage);
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

function listenersNow(): Map<Key, readonly unknown[]> {
  return new Map(
    process.eventNames().map((event) => [event, process.rawListeners(event as string)]),
  );
}
