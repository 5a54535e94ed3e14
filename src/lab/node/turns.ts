import { AsyncResource } from 'node:async_hooks';
import { tidyAsyncContexts } from './async-contexts.ts';
import { native } from './native.ts';
import { once } from './once.ts';

const { apply } = Reflect;

/** Who takes turns, in a ring of all who do. */
interface Taker {
  next: Taker;
  /** Has its turns come with the next one of the event loop. */
  readonly queue: () => NodeJS.Immediate;
}

/** One for all who take turns, as there is one event loop. */
const loop = once('turns', () => {
  const { port1: inbox, port2: outbox } = new MessageChannel();
  const deliveries: (() => void)[] = [];
  inbox.on('message', () => deliveries.shift()?.());
  // What waits for a delivery keeps the process alive by other means.
  inbox.unref();
  return { outbox, deliveries, last: undefined as Taker | undefined };
});

const { outbox, deliveries } = loop;

/** Runs a task as a message: before any message that is sent after it, through whatever port that comes. */
export function deliver(task: () => void): void {
  deliveries.push(task);
  apply(native.postMessage, outbox, [null]);
}

/** Nothing is to run in this turn. */
export const IDLE = () => {};

/** Turns of ours in one of the event loop, where Node lets us: to come to its next one costs as much as a timer. */
const TURNS_IN_ONE = native.runNextTicks ? 16 : 1;

/** Real ms after which the event loop is to turn, whatever is left of ours. */
const LONG = 10;

/**
 * Asks in each turn what is to run next: everything that was queued before, every microtask and
 * `nextTick`, has run by then. What it is given runs as Node runs a timer's callback: what it queues with
 * `nextTick` comes before its microtasks, and both before the next turn.
 *
 * Several turns are taken in one of the real event loop. A message comes only with its next one, and
 * a turn that is asked for after it was sent waits for it. Where several take turns, each has a single one after the
 * other, so that what they do is woven together. (Several immediates would do as well, but code that is ended from outside in any but the
 * first leaves Node's list of them in pieces.)
 *
 * @param look gives what is to run, `IDLE` to come again, or undefined to end; called in the async context of the caller
 */
export function eachTurn(look: () => (() => void) | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const takeOne = (): boolean => {
      try {
        const next = look();
        next?.();
        if (next) return true;
        resolve();
      } catch (error) {
        reject(error);
      }
      return false;
    };
    const takeSome = () => {
      tidyAsyncContexts();
      // Before anything runs: it may throw, or have to be ended from outside. Then what it has left in the
      // queues of Node comes in our own next turn, and in nobody else's.
      const again = queue();
      const started = native.performanceNow();
      for (let taken = 0; taken < (taker.next === taker ? TURNS_IN_ONE : 1); taken++) {
        // Where one throws, as in Node's own turns, the others run first when we come again.
        native.runNextTicks?.call(process);
        if (!takeOne()) {
          native.clearImmediate(again);
          return leave(taker);
        }
        if (deliveries.length > 0 || native.performanceNow() - started > LONG) break;
      }
      if (taker.next === taker) return;
      native.clearImmediate(again);
      taker.next.queue();
    };
    const context = new AsyncResource('eachTurn');
    const queue = () => context.runInAsyncScope(native.setImmediate, undefined, takeSome);
    const taker = join(queue);
  });
}

/** Makes it the last of those who take turns. Whose turn comes next is queued already, unless there was nobody. */
function join(queue: Taker['queue']): Taker {
  const taker = { queue } as Taker;
  taker.next = loop.last?.next ?? taker;
  if (loop.last) loop.last.next = taker;
  else queue();
  loop.last = taker;
  return taker;
}

/** In its own turn, when none is queued. */
function leave(taker: Taker): void {
  let before = taker;
  while (before.next !== taker) before = before.next;
  before.next = taker.next;
  loop.last = before === taker ? undefined : before;
  if (loop.last) taker.next.queue();
}
