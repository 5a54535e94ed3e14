/**
 * The virtual clock knows nothing of the world outside of a run: of files, networks, processes, threads. Code that
 * waits for these waits forever. So their functions note who calls them, and do what they always do.
 */
import { syncBuiltinESMExports } from 'node:module';
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

/** As the original; the thread is blocked for as long as it takes, in real time. */
function blocking(name: string, original: (...args: never[]) => unknown) {
  return (...args: never[]) => {
    const run = isInside ? undefined : runOfCaller();
    if (!run) return original(...args);
    const started = native.performanceNow();
    try {
      return inside(() => original(...args));
    } finally {
      run.outside.block(name, Math.max(1, Math.round(native.performanceNow() - started)));
    }
  };
}

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
  const processes = process.getBuiltinModule('node:child_process') as unknown as Record<
    string,
    (...args: never[]) => unknown
  >;
  for (const name of ['execSync', 'execFileSync', 'spawnSync'])
    processes[name] = blocking(`child_process.${name}`, processes[name] as () => unknown);
  syncBuiltinESMExports();
}
