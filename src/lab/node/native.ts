import { once } from './once.ts';

function take() {
  return {
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
    monitorEventLoopDelay: process.getBuiltinModule('node:perf_hooks').monitorEventLoopDelay,
    hrtime: process.hrtime,
    cpuUsage: process.cpuUsage,
    kill: process.kill,
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
