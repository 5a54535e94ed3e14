/**
 * The virtual clock knows nothing of the world outside of a run: of files, networks, processes, threads. Code that
 * waits for these waits forever. So their functions note who calls them, and do what they always do.
 */
import { syncBuiltinESMExports } from 'node:module';
import { beginBlocking, endBlocking, whenEnded } from '../../guard/watchdog.ts';
import { native } from '../../node/native.ts';
import { isUnderWay, type Run, runs } from '../../time/run-context.ts';
import { placeOfCaller } from '../../trace/place.ts';
import { type Found, functionsOfNode } from './functions.ts';

/** Only code that is known to be of a run: the runner reads files, too. */
function runOfCaller(): Run | undefined {
  const own = runs.getStore();
  return isUnderWay(own) ? own : undefined;
}

/** What such a function calls itself is no news. */
let isInside = false;

whenEnded(() => {
  isInside = false;
});

function inside<T>(run: () => T): T {
  isInside = true;
  try {
    return run();
  } finally {
    isInside = false;
  }
}

/** The original in front of which somebody stands who notes each call by code of a run. */
function noticing({ holder, key, name, waits }: Found): unknown {
  const note = <T>(args: readonly unknown[], call: () => T): T => {
    const run = isInside || !waits(args) ? undefined : runOfCaller();
    if (!run) return call();
    run.outside.call(name, placeOfCaller());
    return inside(call);
  };
  return new Proxy(holder[key] as object, {
    apply: (target, self, args) =>
      note(args, () => Reflect.apply(target as () => unknown, self, args)),
    construct: (target, args, newTarget) =>
      note(args, () => Reflect.construct(target as never, args, newTarget)),
  });
}

type Original = (...args: never[]) => unknown;

/** What a call that runs a program counts on the virtual clock, in ms: how long it really takes is another time in each run. */
const COUNTS = 100;

/** As the original, and by name for the watchdog: nothing can stop such a call in its midst. */
function named(name: string, original: Original): Original {
  return (...args) => {
    beginBlocking(name, placeOfCaller());
    try {
      return original(...args);
    } finally {
      endBlocking();
    }
  };
}

/** As the original, which runs a program. The thread is blocked until it has ended. */
function blocking(name: string, original: Original): Original {
  const call = named(name, original);
  return (...args) => {
    const run = isInside ? undefined : runOfCaller();
    try {
      return inside(() => call(...args));
    } finally {
      run?.outside.block(name, COUNTS);
    }
  };
}

/** Takes as long as its arguments ask for. */
const SLOW = ['pbkdf2Sync', 'scryptSync', 'argon2Sync', 'generateKeyPairSync', 'generatePrimeSync'];

/** Nobody can wake a thread that has the process for itself, so the time that it would sleep is virtual. */
const wait: typeof Atomics.wait = (array, index, value, timeout) => {
  const run = runOfCaller();
  const ms = timeout === undefined || Number.isNaN(Number(timeout)) ? Infinity : Number(timeout);
  // Nobody knows when another thread wakes it. Who waits forever is ended by the watchdog.
  if (!run || run.outside.hasThreads || ms === Infinity)
    return native.atomicsWait(array as Int32Array, index, value as number, timeout);
  const state = native.atomicsWait(array as Int32Array, index, value as number, 0);
  if (state === 'timed-out' && ms > 0) run.outside.block('Atomics.wait', ms);
  return state;
};

function noticeStdin(): void {
  const { get } = Object.getOwnPropertyDescriptor(process, 'stdin') as { get: () => unknown };
  Object.defineProperty(process, 'stdin', {
    get: () => {
      const run = isInside ? undefined : runOfCaller();
      run?.outside.call('process.stdin', placeOfCaller());
      return get.call(process);
    },
    configurable: true,
    enumerable: true,
  });
}

/** What should have been passed to a `log` of the spec may be printed. */
function noticePrinting(): void {
  console.log = new Proxy(console.log, {
    apply(log, self, printed) {
      const [line] = printed;
      if (printed.length === 1 && typeof line === 'string') runOfCaller()?.outside.print(line);
      Reflect.apply(log, self, printed);
    },
  });
}

export function noticeOutside(): void {
  noticePrinting();
  for (const found of functionsOfNode()) {
    const value = noticing(found);
    Object.defineProperty(found.holder, found.key, { value, configurable: true, writable: true });
  }
  noticeStdin();
  Atomics.wait = wait;
  replaceIn('child_process', ['execSync', 'execFileSync', 'spawnSync'], blocking);
  replaceIn('crypto', SLOW, named);
  syncBuiltinESMExports();
}

/** Those that this Node has. */
function replaceIn(
  module: string,
  names: readonly string[],
  by: (name: string, original: Original) => Original,
): void {
  const functions = process.getBuiltinModule(`node:${module}`) as unknown as Record<
    string,
    Original
  >;
  for (const name of names) {
    const original = functions[name];
    if (original) functions[name] = by(`${module}.${name}`, original);
  }
}
