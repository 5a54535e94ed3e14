import { once } from './once.ts';

/** The getter of a property, wherever it comes from. */
function getterOf(object: object, name: string): () => never {
  const own = Object.getOwnPropertyDescriptor(object, name);
  return own ? (own.get as () => never) : getterOf(Object.getPrototypeOf(object), name);
}

function take() {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
  const { createContext, runInContext, runInNewContext } = process.getBuiltinModule('node:vm');
  return {
    monitorEventLoopDelay,
    createContext,
    runInContext,
    runInNewContext,
    format: getterOf(Intl.DateTimeFormat.prototype, 'format'),
    formatToParts: Intl.DateTimeFormat.prototype.formatToParts,
    timeStamp: getterOf(Event.prototype, 'timeStamp'),
    mark: performance.mark,
    measure: performance.measure,
    timerify: performance.timerify,
    timeOrigin: performance.timeOrigin,
    performanceToJson: performance.toJSON,
    uptime: process.uptime,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    setImmediate: globalThis.setImmediate,
    nextTick: process.nextTick,
    // What Node itself calls between two immediates.
    runNextTicks: (process as { _tickCallback?: () => void })._tickCallback,
    clearImmediate: globalThis.clearImmediate,
    Date: globalThis.Date,
    abortSignalTimeout: AbortSignal.timeout.bind(AbortSignal),
    performanceNow: performance.now.bind(performance),
    eventLoopUtilization: performance.eventLoopUtilization,
    hrtime: process.hrtime,
    cpuUsage: process.cpuUsage,
    kill: process.kill,
    atomicsWait: Atomics.wait,
    postMessage: MessagePort.prototype.postMessage,
    closePort: MessagePort.prototype.close,
    MessageChannel: globalThis.MessageChannel,
    BroadcastChannel: globalThis.BroadcastChannel,
    // Their members are copied: the lab changes the module's own objects.
    timersPromises: { ...process.getBuiltinModule('node:timers/promises') },
  };
}

/**
 * The real clock and timers, taken before the lab puts its own in front of them: a second copy of this module
 * must not take the lab's for real.
 */
export const native = once('native', take);
