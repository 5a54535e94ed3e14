import { tidyAsyncContexts } from './async-contexts.ts';

/**
 * The real clock and timers, taken before the lab puts its own in front of them. Kept on a symbol, so
 * that a second copy of this module (vitest loads changed files anew) does not take the lab's for real.
 */
const KEY = Symbol.for('learn-async.native');

function take() {
  return {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    setImmediate: globalThis.setImmediate,
    nextTick: process.nextTick,
    clearImmediate: globalThis.clearImmediate,
    Date: globalThis.Date,
    abortSignalTimeout: AbortSignal.timeout.bind(AbortSignal),
    performanceNow: performance.now.bind(performance),
    eventLoopUtilization: performance.eventLoopUtilization,
    monitorEventLoopDelay: process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay,
    hrtime: process.hrtime,
    cpuUsage: process.cpuUsage,
    kill: process.kill,
    postMessage: MessagePort.prototype.postMessage,
    // Their members are copied: the lab changes the module's own objects.
    timersPromises: { ...process.getBuiltinModule('node:timers/promises') },
  };
}

const store = globalThis as { [KEY]?: ReturnType<typeof take> };

store[KEY] ??= take();

export const native = store[KEY];

const { apply } = Reflect;
const { port1: inbox, port2: outbox } = new MessageChannel();
const deliveries: (() => void)[] = [];
inbox.on('message', () => deliveries.shift()?.());
// What waits for a delivery keeps the process alive by other means.
inbox.unref();

/** Runs a task as a message: before any message that is sent after it, through whatever port that comes. */
export function deliver(task: () => void): void {
  deliveries.push(task);
  apply(native.postMessage, outbox, [null]);
}

/** Nothing is to run in this turn. */
export const IDLE = () => {};

/** Turns that are asked for at once: to come to the next turn of the event loop costs as much as a timer. */
const MOST_AT_ONCE = 16;

/** Real ms after which the event loop is to turn, whatever is left of the turns asked for. */
const LONG = 10;

/**
 * Asks in each turn what is to run next: everything that was queued before, every microtask and
 * `nextTick`, has run by then. What it is given runs as Node runs a timer's callback: what it queues with
 * `nextTick` comes before its microtasks, and both before the next turn.
 *
 * The turns are immediates. Those that are asked for together run in one turn of the real event loop, one
 * after another; a message comes only with the next one, and whoever comes after it was sent waits for it.
 *
 * @param look gives what is to run, `IDLE` to come again, or undefined to end
 */
export function eachTurn(look: () => (() => void) | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    let atOnce = 0;
    let started = 0;
    const take = () => {
      try {
        const next = look();
        if (next === undefined) {
          isOver = true;
          return resolve();
        }
        next();
      } catch (error) {
        isOver = true;
        reject(error);
      }
    };
    const turn = () => {
      if (isOver || deliveries.length > 0 || native.performanceNow() - started > LONG) return;
      take();
    };
    const first = () => {
      if (isOver) return;
      tidyAsyncContexts();
      started = native.performanceNow();
      // Before anything runs: it may have to be ended from outside, and the next turn comes all the same.
      native.setImmediate(first);
      if (atOnce < MOST_AT_ONCE) atOnce++;
      for (let i = 1; i < atOnce; i++) native.setImmediate(turn);
      take();
    };
    native.setImmediate(first);
  });
}
