/**
 * Messages are no timers: real ports bring them, when the real event loop looks for them. The clock must know
 * that ports are there, that a message is on its way, and that a port is about to close.
 */
import type { MessagePort as Port } from 'node:worker_threads';
import { native } from '../node/native.ts';
import { currentClock, currentRun } from './run-context.ts';

function postMessage(this: Port, ...args: Parameters<Port['postMessage']>): unknown {
  const clock = currentClock();
  // When its run is over, code sends no more, as it sets no timer any more: it may do so without end.
  if (clock?.isOver) return true;
  if (clock) clock.traffic.place ??= clock.callerIfRemembered();
  clock?.traffic.expectMessage(clock.now);
  // A BroadcastChannel takes what it returns for a sign that it was posted.
  return native.postMessage.apply(this, args);
}

function close(this: Port, listener?: () => void): unknown {
  const clock = currentClock();
  if (!clock) return native.closePort.apply(this, [listener] as never);
  if (typeof listener === 'function') this.once('close', listener);
  clock.traffic.expectClosing(() => native.closePort.call(this));
  return undefined;
}

/** A class that tells the clock of the code which makes one of it; where there are threads, their channels are not Node's. */
function noticing<Type extends typeof MessageChannel | typeof BroadcastChannel>(type: Type): Type {
  return new Proxy(type, {
    construct: (target, args, newTarget) => {
      const channel = target === native.MessageChannel && currentRun()?.makeChannel?.();
      if (channel) return channel;
      currentClock()?.traffic.expectPorts();
      return Reflect.construct(target, args, newTarget);
    },
  });
}

const channels = {
  MessageChannel: noticing(native.MessageChannel),
  BroadcastChannel: noticing(native.BroadcastChannel),
};

export function virtualisePorts(): void {
  Object.assign(MessagePort.prototype, { postMessage, close });
  // On Node 20 these two are accessors, which do not take another value as it is.
  for (const [name, value] of Object.entries(channels))
    Object.defineProperty(globalThis, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  Object.assign(process.getBuiltinModule('node:worker_threads'), channels);
}
