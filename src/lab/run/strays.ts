import { noteThrow } from '../node/turns.ts';
import { currentRun, judgingOf, type Run, runsUnderWay } from '../time/run-context.ts';

const { apply } = Reflect;
const { hasOwn } = Object;

/** What Node tells the listeners of the process about an error that no code handled; each says whether a run has taken it. */
const STRAYS: Readonly<Record<string, (...told: never[]) => boolean>> = {
  unhandledRejection: (error: unknown, promise: Promise<unknown>) =>
    lay(({ unhandledErrors }) => unhandledErrors.reject(promise, error)),
  uncaughtException: (error: unknown) => {
    noteThrow();
    return lay(({ unhandledErrors }) => unhandledErrors.throw(error));
  },
  // Node tells it in whatever context was left; a promise is known by itself.
  rejectionHandled: (promise: Promise<unknown>) => {
    const all = runsUnderWay();
    for (let i = 0; i < all.length; i++) if (all[i]?.unhandledErrors.handle(promise)) return true;
    return false;
  },
};

function lay(tell: (run: Run) => void): boolean {
  const run = currentRun();
  if (run) tell(run);
  return run !== undefined;
}

/**
 * Lays what nobody caught at the run under way that it belongs to, if there is one. Node tells every
 * listener, and vitest's own would blame the test that happens to come next, so none of them hears of it.
 * To be called once in a process.
 */
export function layStraysAtRuns(): void {
  const { emit } = process;
  process.emit = function (this: NodeJS.Process, name: string, ...told: never[]) {
    if (isOfEndedCode(told[0])) return true;
    const lays = hasOwn(STRAYS, name) ? STRAYS[name] : undefined;
    if (lays && (tellOwnListeners(name, told) || apply(lays, undefined, told))) return true;
    return apply(emit, this, [name, ...told]);
  } as typeof emit;
}

/** Who listens now to what nobody has handled. */
export function listenersForStrays(): ReadonlySet<unknown> {
  return new Set(
    Object.keys(STRAYS).flatMap((name): unknown[] => process.listeners(name as 'exit')),
  );
}

/** A test that a learner has written may listen, as any program may. Whether it does. */
function tellOwnListeners(name: string, told: readonly unknown[]): boolean {
  const judging = judgingOf(currentRun());
  if (!judging) return false;
  const own = process.listeners(name as 'exit').filter((one) => !judging.listeners.has(one));
  for (const listener of own) apply(listener, process, told);
  return own.length > 0;
}

/**
 * What was ended from outside fails with a mark of V8's own, which no code was meant to see: to look
 * at it closely brings the process down. Its type is that of undefined, and it is not undefined.
 */
function isOfEndedCode(error: unknown): boolean {
  return error !== undefined && UNDEFINED.has(typeof error);
}

/** Asked in this way, and not by a comparison, which V8 turns into a look at the value itself. */
const UNDEFINED = new Set(['undefined']);
