/** Bugs that the judge has to find, each a change of the lab that is taken back. */
import { VirtualClock } from '../../../lab/time/clock.ts';
import { Timeout, type Timer } from '../../../lab/time/timer.ts';
import { TimerLists } from '../../../lab/time/timer-lists.ts';

/** Puts it into the lab; what it returns takes it out. */
type Seed = () => () => void;

interface List {
  first: Timer | undefined;
  last: Timer | undefined;
}

function replaced<T extends object, K extends keyof T>(
  object: T,
  name: K,
  by: (original: T[K]) => T[K],
): () => void {
  const original = object[name];
  object[name] = by(original);
  return () => {
    object[name] = original;
  };
}

export const BUGS: Readonly<Record<string, Seed>> = {
  'microtasks before ticks': () =>
    replaced(
      process,
      'nextTick',
      (nextTick) =>
        (f: (...args: never[]) => void, ...args: never[]) =>
          queueMicrotask(() => nextTick(f as never, ...args)),
    ),

  'timers of one time in LIFO order': () =>
    replaced(
      TimerLists.prototype,
      'insert',
      (insert) =>
        function (this: TimerLists, timer: Timer, start: number) {
          insert.call(this, timer, start);
          const list = timer.list as List;
          const { first } = list;
          if (!first || first === timer || first.dueAt !== timer.dueAt) return;
          list.last = timer.before;
          (timer.before as Timer).after = undefined;
          timer.before = undefined;
          timer.after = first;
          first.before = timer;
          list.first = timer;
        },
    ),

  'refresh keeps the old place': () =>
    replaced(
      Timeout.prototype,
      'refresh',
      (refresh) =>
        function (this: Timeout) {
          return this.list ? this : refresh.call(this);
        } as typeof refresh,
    ),

  'clearImmediate in a callback is ignored': () =>
    replaced(
      VirtualClock.prototype,
      'disarm',
      (disarm) =>
        function (this: VirtualClock, timer: Timer) {
          if (timer.kind !== 'immediate' || !this.isInTurn) disarm.call(this, timer);
        },
    ),

  'an interval counts from the end of its callback': () =>
    replaced(
      TimerLists.prototype,
      'insert',
      (insert) =>
        function (this: TimerLists, timer: Timer, start: number) {
          const { clock } = timer as never as { clock: VirtualClock };
          insert.call(this, timer, timer.kind === 'interval' ? clock.now : start);
        },
    ),
};
