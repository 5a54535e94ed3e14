import { AsyncResource } from 'node:async_hooks';
import type { Worker } from 'node:worker_threads';
import type { Recorder } from '../scene/recorder.ts';
import type { VirtualClock } from '../time/clock.ts';
import type { Timer } from '../time/timer.ts';
import type { Unrefed } from '../trace/trace.ts';

/**
 * What each thread has for itself: a clock, and the time that its own computing takes. `context`: whose code runs
 * when something comes.
 */
export interface Core {
  readonly clock: VirtualClock;
  readonly recorder: Recorder;
  readonly context: AsyncResource;
  /** What it has sent, which comes to nothing if its thread was ended before it did so. */
  readonly sent: Timer[];
  readonly ports: Set<Port>;
  /** Processes that it has started. */
  readonly children: Set<Child>;
  /** What comes here is an event of a worker, and Node waits for that one, unless it is unref'd. */
  readonly isOfWorker?: true;
  /** Its thread has ended: it sends no more, and computes no more. */
  isOver?: boolean;
}

/** What Node says of a thread that has gone, instead of its number. */
const ENDED = -1;

/** Of a thread of Node's own. */
export const hasEnded = ({ threadId }: Worker) => threadId === ENDED;

/** A process that was started here. */
export interface Child {
  /** Node waits for it, or for its pipes. */
  readonly keepsAlive: boolean;
  /** It is there, and was told not to keep the process alive. */
  readonly unrefed: Unrefed | undefined;
}

/** One end of a line to another thread, or to itself. */
export interface Port {
  /** Somebody listens to it, so that the thread does not end. */
  readonly isHeeded: boolean;
  /** Neither end was closed: nothing else frees it. */
  readonly isOpen: boolean;
}

/** What is made in a thread and gets events there, as its context is named in Node. */
type Made = 'Worker' | 'MessagePort' | 'ChildProcess';

/** The same one, for what is made now: the code that makes it is called in its own context. */
export function here(core: Core, what: Made): Core {
  const own = { context: new AsyncResource(what), ...(what === 'Worker' && { isOfWorker: true }) };
  return Object.assign(Object.create(core) as Core, own);
}

/** It happens to the other one at the time at which this one does it. */
export function send(from: Core, to: Core, event: () => void, ms = 0): void {
  from.sent.push(come(to, from.clock.now + ms, event));
}

/** Something comes to a thread, from wherever, at this ms. */
export function come({ clock, context, isOfWorker }: Core, at: number, event: () => void): Timer {
  const arrival = context.runInAsyncScope(() => clock.receive(at, event));
  return isOfWorker ? arrival.leaveToOwner() : arrival;
}

/** Behind all that Node comes to without asking whether anything keeps it alive: in the next iteration, if there is one. */
export function afterThisTurn(clock: VirtualClock, event: () => void): void {
  const next = (then: () => void) => clock.set('immediate', then, 0, [], 'lab').leaveToOwner();
  next(() => next(event));
}

/** A copy is made by the thread itself: for so many ms it can do nothing else. */
export function copyFor({ clock, recorder }: Core, ms: number): void {
  if (ms === 0) return;
  const span = recorder.start('copy', 'burn');
  clock.burn(ms);
  recorder.end(span, 'done');
}
