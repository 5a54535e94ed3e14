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

/**
 * Runs a callback as Node runs a timer's, and not in the middle of the microtasks, where `nextTick`
 * would come last.
 */
export function onOwnStack(callback: () => void): Promise<void> {
  return new Promise((resolve) => {
    native.nextTick.call(process, () => {
      callback();
      resolve();
    });
  });
}

/**
 * One turn of the real event loop: every microtask and `nextTick` queued by now has run after it.
 *
 * @param afterwards called when what the end of the turn set going has run, and before a message from
 *   elsewhere can come
 */
export function macrotask(afterwards?: () => void): Promise<void> {
  return new Promise((resolve) => {
    native.setImmediate(resolve);
    if (afterwards) native.setImmediate(afterwards);
  });
}
