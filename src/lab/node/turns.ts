import { AsyncResource } from 'node:async_hooks';
import { tidyAsyncContexts } from './async-contexts.ts';
import { native } from './native.ts';
import { once } from './once.ts';

const { apply } = Reflect;

/** Nothing is to run in this turn. */
export const IDLE = () => {};

/** The next turn comes after the event loop has looked for messages, where its immediates run. */
export const AFTER_POLL = () => {};

/** The next turn comes when the event loop looks for messages, before they are told: its timers have just run. */
export const IN_POLL = () => {};

const MARKS: readonly unknown[] = [IDLE, AFTER_POLL, IN_POLL];

/** What a taker of turns knows of the phases of an event loop. */
export interface Phases {
  /**
   * What runs next comes before what is still queued, as that has thrown.
   *
   * @param thrown so many times since the last callback
   */
  comesFirst(thrown: number): boolean;
  /** The event loop is not to turn in the midst of a phase. */
  readonly hasPorts: boolean;
}

const NO_PHASES: Phases = { comesFirst: () => false, hasPorts: false };

/** Turns of ours in one of the event loop, where Node lets us: to come to its next one costs as much as a timer. */
const TURNS_IN_ONE = native.runNextTicks ? 16 : 1;

/** Real ms after which the event loop is to turn, whatever is left of ours. */
const LONG = 10;

/** Real ms after which it is to turn even in the midst of a phase, before the watchdog takes us for stuck. */
const TOO_LONG = 500;

interface Taker {
  /** Where it wants its next turn: where the event loop looks for messages, or where its immediates run. */
  wantsPoll: boolean;
  /** Takes some turns where immediates run. */
  take(): void;
  /** Takes one where messages are told. Whether it is to take another one in the same phase. */
  takeInPoll(): boolean;
}

/** One for all who take turns, as there is one event loop. */
const loop = once('turns', () => {
  const { port1: inbox, port2: outbox } = new MessageChannel();
  const state = {
    inbox,
    outbox,
    takers: [] as Taker[],
    /** Those who have not had their turn in this phase yet; the first of them is at it. */
    due: [] as Taker[],
    /** By way of no run: whose turn it is follows from who takes it. */
    context: new AsyncResource('turns'),
    next: undefined as NodeJS.Immediate | undefined,
    isPollComing: false,
    isServing: false,
    /** While messages were told. */
    hasThrown: false,
    onPoll: () => {},
  };
  inbox.on('message', () => state.onPoll());
  inbox.unref();
  return state;
});

const { inbox, outbox } = loop;

loop.onPoll = () => {
  loop.isPollComing = false;
  inbox.unref();
  serve(true);
};

/**
 * Has us called when the event loop looks for messages, before any that came through a port which is younger
 * than ours: Node looks at its ports in the order in which they were made.
 */
function comeInPoll(): void {
  if (loop.isPollComing) return;
  loop.isPollComing = true;
  inbox.ref();
  apply(native.postMessage, outbox, [null]);
}

function comeWithImmediates(): void {
  loop.next ??= loop.context.runInAsyncScope(native.setImmediate, undefined, () => {
    loop.next = undefined;
    serve(false);
  }) as NodeJS.Immediate;
}

/** Something has thrown, and no code has caught it: Node comes to what is next before it runs what that had queued. */
export function noteThrow(): void {
  if (!loop.isServing) loop.hasThrown = true;
}

/** Several immediates would do as well, but code that is ended from outside in any but the first leaves Node's list of them in pieces. */
function serve(isInPoll: boolean): void {
  tidyAsyncContexts();
  const { takers, due } = loop;
  loop.isServing = true;
  // Before anything runs: it may throw, or have to be ended from outside. Then what it has left in the queues of
  // Node comes in its own next turn, and in nobody else's.
  comeWithImmediates();
  if (due.length === 0)
    for (const taker of takers) if (taker.wantsPoll === isInPoll) due.push(taker);
  for (let taker = due[0]; taker; taker = due[0]) {
    const goesOn = isInPoll && taker.takeInPoll();
    if (!isInPoll) taker.take();
    if (!goesOn) due.shift();
    // Between two messages Node itself runs what was queued. An error in that must not come through us, as
    // Node catches what a listener throws.
    if (isInPoll && due.length > 0) {
      comeInPoll();
      loop.isServing = false;
      return;
    }
  }
  loop.isServing = false;
  if (takers.some(({ wantsPoll }) => wantsPoll)) comeInPoll();
  if (takers.some(({ wantsPoll }) => !wantsPoll) || !loop.next) return;
  native.clearImmediate(loop.next);
  loop.next = undefined;
}

/**
 * Asks in each turn what is to run next: everything that was queued before, every microtask and
 * `nextTick`, has run by then. What it is given runs as Node runs a timer's callback: what it queues with
 * `nextTick` comes before its microtasks, and both before the next turn.
 *
 * Several turns are taken in one of the real event loop. Where several take turns, each has a single one in one
 * of the event loop, so that what they do is woven together; but for those with ports, who have the whole of
 * a phase.
 *
 * @param look gives what is to run, `IDLE` and the like to come again, or undefined to end
 */
export function eachTurn(
  look: () => (() => void) | undefined,
  phases: Phases = NO_PHASES,
): Promise<void> {
  return new Promise((resolve, reject) => {
    /** So many times has thrown what was queued: Node comes to the next callback of the phase before it runs the rest of it. */
    let thrown = 0;
    const runTicks = () => {
      thrown++;
      native.runNextTicks?.call(process);
      thrown = 0;
    };
    const isAlone = () => loop.takers.length === 1;
    /** What has run, or undefined where it is over. */
    const takeOne = () => {
      let next: (() => void) | undefined;
      try {
        next = look();
        taker.wantsPoll = next === IN_POLL;
        next?.();
        if (!next) resolve();
      } catch (error) {
        reject(error);
        next = undefined;
      }
      if (!next) loop.takers.splice(loop.takers.indexOf(taker), 1);
      return next;
    };
    const isEndOfPhase = (has?: () => void) => !has || MARKS.includes(has);
    const take = () => {
      const started = native.performanceNow();
      for (let taken = 1; ; taken++) {
        if (loop.hasThrown && phases.hasPorts && isAlone()) thrown ||= 1;
        loop.hasThrown = false;
        if (thrown === 0 || !phases.comesFirst(thrown)) runTicks();
        thrown = 0;
        if (isEndOfPhase(takeOne())) break;
        const took = native.performanceNow() - started;
        const isEnough = taken >= (isAlone() ? TURNS_IN_ONE : 1) || took > LONG;
        if (phases.hasPorts ? took > TOO_LONG : isEnough) break;
      }
      // Before somebody else's turn.
      if (loop.takers.length > 1) runTicks();
    };
    const takeInPoll = () => !isEndOfPhase(takeOne());
    const taker: Taker = { wantsPoll: false, take, takeInPoll };
    loop.takers.push(taker);
    if (!loop.isPollComing) comeWithImmediates();
  });
}
