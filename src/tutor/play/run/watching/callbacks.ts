/**
 * Callbacks that stand in a queue: of `then`, `queueMicrotask`, `process.nextTick` and timers. Each is put
 * into a function that tells when it runs, and is called as before.
 */
import type { VirtualClock } from '../../../../lab/time/clock.ts';
import type { Timer } from '../../../../lab/time/timer.ts';
import type { TimerSeen } from '../../played.ts';
import type { Recorder } from '../recorder.ts';

type Callback = (this: unknown, ...args: unknown[]) => unknown;

/** Tells whether a function is written in the program, and not by Node or by us. */
export type IsOwn = (callback: unknown) => boolean;

const { apply } = Reflect;

/**
 * To be called once in a process, before the lab keeps all this from being changed.
 *
 * @param recording what is told of a callback that is now put into a queue
 */
export function watchCallbacks(recording: () => Recorder, isOwn: IsOwn): void {
  const { then } = Promise.prototype;
  /** Runs it on behalf of the row that has asked for it. */
  const told = (callback: Callback, what: string, leave: () => void): Callback => {
    const recorder = recording();
    const by = recorder.current;
    return function (...args) {
      recorder.step(`the callback of ${what} runs`, by);
      leave();
      const before = recorder.current;
      recorder.current = by;
      try {
        return apply(callback, this, args);
      } finally {
        recorder.current = before;
      }
    };
  };

  // What the language calls by itself (at an await, in Promise.all) comes by here too, with functions that have no name.
  // biome-ignore lint/suspicious/noThenProperty: it stands in the place of the original
  Promise.prototype.then = function (this: unknown, ...[onFulfilled, onRejected]: unknown[]) {
    if (!isOwn(onFulfilled) && !isOwn(onRejected))
      return apply(then, this, [onFulfilled, onRejected]);
    const what = `then(${nameOf(onFulfilled) || nameOf(onRejected) || '…'})`;
    const { queue } = recording();
    const key = {};
    const leave = () => queue.remove(key);
    const tell = (callback: unknown, otherwise: Callback) =>
      typeof callback === 'function' ? told(callback as Callback, what, leave) : otherwise;
    queue.add(key, what, this);
    // As if there was none, but that it leaves the queue.
    const pass = (value: unknown) => {
      leave();
      return value;
    };
    const fail = (error: unknown) => {
      leave();
      throw error;
    };
    return apply(then, this, [tell(onFulfilled, pass), tell(onRejected, fail)]);
  } as typeof then;

  const { queueMicrotask: enqueue } = globalThis;
  globalThis.queueMicrotask = (callback) => {
    if (!isOwn(callback)) return enqueue(callback);
    const what = `queueMicrotask(${nameOf(callback) || '…'})`;
    const { queue } = recording();
    const key = {};
    queue.add(key, what, undefined);
    enqueue(told(callback as Callback, what, () => queue.remove(key)) as () => void);
  };

  const { nextTick } = process;
  process.nextTick = (callback: Callback, ...args: unknown[]) => {
    if (!isOwn(callback)) return apply(nextTick, process, [callback, ...args]);
    const what = `nextTick(${nameOf(callback) || '…'})`;
    const { ticks } = recording();
    const key = {};
    ticks.set(key, what);
    apply(nextTick, process, [told(callback, what, () => ticks.delete(key)), ...args]);
  };
}

/**
 * Timers are told by the clock that fires them.
 *
 * @param look is called before each of them fires
 */
export function watchTimers(
  recorder: Recorder,
  clock: VirtualClock,
  isOwn: IsOwn,
  look: () => void,
): void {
  const { onSet } = clock;
  clock.onSet = (timer) => {
    onSet(timer);
    if (timer.owner !== 'learner') return;
    const seen = seenTimer(recorder, timer, isOwn(timer.callback));
    recorder.timers.set(timer, seen);
    const { fire } = timer;
    timer.fire = () => {
      look();
      recorder.step(`${seen.label} ${timer.kind === 'immediate' ? 'runs' : 'fires'}`, seen.by);
      recorder.current = seen.by;
      const from = clock.now;
      // Known even if it never comes to its end.
      const at = seen.fired.push([from, from]) - 1;
      try {
        apply(fire, timer, []);
      } catch (error) {
        seen.failed = true;
        throw error;
      } finally {
        seen.fired[at] = [from, clock.now];
        seen.late = timer.late;
        recorder.current = undefined;
      }
    };
  };
}

const CALLS: Readonly<Record<string, string>> = {
  timeout: 'setTimeout',
  interval: 'setInterval',
  immediate: 'setImmediate',
  'AbortSignal.timeout': 'AbortSignal.timeout',
};

function seenTimer(recorder: Recorder, timer: Timer, isOwn: boolean): TimerSeen {
  const { kind, delay, armedAt, dueAt } = timer;
  const by = recorder.current;
  const call = CALLS[kind] ?? kind;
  const ms = kind === 'immediate' ? '' : isOwn ? `, ${delay}` : `${delay}`;
  const own = `${call}(${isOwn ? nameOf(timer.callback) || '…' : ''}${ms})`;
  const label = isOwn || by === undefined ? own : `timer of ${recorder.rows[by]?.label}`;
  return {
    label,
    // It may be written sleep(100), or wait(100).
    name: kind === 'timeout' && !isOwn ? `timer of ${delay} ms` : own,
    by,
    kind,
    isOwn,
    from: armedAt,
    due: dueAt,
    fired: [],
    late: [],
    clearedAt: null,
    failed: false,
  };
}

function nameOf(callback: unknown): string {
  return typeof callback === 'function' ? callback.name : '';
}
