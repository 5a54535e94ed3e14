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
inbox.on('message', () => {
  tidyAsyncContexts();
  deliveries.shift()?.();
});
// What waits for a delivery keeps the process alive by other means.
inbox.unref();

function deliver(task: () => void): void {
  deliveries.push(task);
  apply(native.postMessage, outbox, [null]);
}

/**
 * Runs a callback as Node runs a timer's: from a `nextTick`, with nothing of ours below it on the stack
 * and not in the middle of the microtasks, where `nextTick` would come last. What has to stop it can do
 * so without harm to anybody: Node's own stack of async contexts is empty then.
 *
 * @returns settles when everything that the callback set going has run, and before a message from
 *   elsewhere can come
 */
export function onOwnStack(callback: () => void): Promise<void> {
  return new Promise((resolve) => {
    deliver(() => apply(native.nextTick, process, [callback]));
    // Both messages are taken in one go, each with its ticks and microtasks.
    deliver(resolve);
  });
}

/** One turn of the real event loop: every microtask and `nextTick` queued by now has run after it. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    native.setImmediate(resolve);
  });
}
