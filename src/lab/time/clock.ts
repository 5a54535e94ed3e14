import { type Clock as FakeClock, withGlobal } from '@sinonjs/fake-timers';
import { deliver } from '../node/turns.ts';
import { type Place, placeOfCaller } from '../trace/place.ts';
import { type Callback, type Owner, Timer, type TimerKind } from './timer.ts';
import { TimerList } from './timer-list.ts';

/** Virtual time 0 as a date, so that no learner meets a clock that says 1970. */
const EPOCH = Date.UTC(2025, 0, 1);

/** Node's own limit: a longer delay becomes 1 ms. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** How often the clock may be read without a pause before the reader is said to wait for it to move. */
const READS_WITHOUT_PAUSE = 100_000;

/** How often it may be read without a pause before each reading takes a ms, where readings take time. */
const READS_FOR_NOTHING = 1000;

/** Timers whose places are remembered: a stack costs more than a timer, and code that sets many is alike. */
const PLACES = { inOneTurn: 1, inOneRun: 100 };

const NONE: readonly unknown[] = [];

/** Its timers are known by numbers, as in a browser: what a learner gets is a `Timer` of ours. */
const { createClock } = withGlobal({ Date } as never);

/**
 * To make one takes as long as ten of its timers, so each is used for one run after another. They belong to
 * no run: a run takes one that no other uses.
 */
const idle: FakeClock[] = [];

/** A loop reads the clock over and over while it stands still: it could never end. */
export class ClockStandsStillError extends Error {
  override name = 'ClockStandsStillError';
}

/**
 * A virtual clock in milliseconds, on the timers of `@sinonjs/fake-timers`. It moves when what `next`
 * gives is run, and never by itself; `burn` is the one way in which running code makes time pass.
 */
export class VirtualClock {
  readonly #timers = idle.pop() ?? createClock(0);
  readonly #armed = new TimerList();
  #immediates = new Set<Timer>();
  /** Those of the immediates that run before any timer can. */
  #round = new Set<Timer>();
  #now = 0;
  #burnt = 0;
  #lastId = 0;
  #placesInTurn = 0;
  #placesInRun = 0;
  #reads = 0;
  #isFiring = false;
  #isOver = false;
  #holds = 0;
  /** The ms at which the timers now firing began to: what comes due later waits for the next round. */
  #roundAt: number | undefined;
  /** Messages sent by way of a `MessagePort` that have come: they do with the next turn of the real event loop. */
  #arrived = 0;
  /** Called for each timer that is set. */
  onSet: (timer: Timer) => void = () => {};
  /** Called when a message comes, before its receiver is told. */
  onMessage: () => void = () => {};
  /** Called with what a callback threw: nobody else could catch it. */
  onThrow: (error: unknown) => void = () => {};

  /** Virtual ms since the start. */
  get now(): number {
    return this.#now;
  }

  /** Virtual ms for which the CPU was busy. */
  get burnt(): number {
    return this.#burnt;
  }

  /** Timers set and not yet done, in the order in which they were set. */
  get armed(): Timer[] {
    return [...this.#armed.all, ...this.#round, ...this.#immediates];
  }

  /** How many timers are set and not yet done. */
  get pending(): number {
    return this.#armed.size + this.#round.size + this.#immediates.size;
  }

  /** Immediates that were set together run in one turn of the event loop: it is not over yet. */
  get isInTurn(): boolean {
    return this.#round.size > 0;
  }

  /** How many messages were sent. */
  get messages(): number {
    return this.sentAt.length;
  }

  /** Some of them have not come yet. */
  get isMessageComing(): boolean {
    return this.sentAt.length > this.#arrived;
  }

  /** A loop that reads the clock until it has moved computes: for programs that are not to be judged. */
  readingBurns = false;

  /** Some timer of the run was told not to keep the process alive. */
  hasUnrefed = false;

  /**
   * Whether Node would wait for anything that is set: with timers alone that do not keep it alive, and no work
   * elsewhere, a program ends.
   */
  get keepsNodeAlive(): boolean {
    return !this.hasUnrefed || this.isMessageComing || this.armed.some((timer) => timer.hasRef());
  }

  /** When each of them was sent, in ms. */
  readonly sentAt: number[] = [];

  /** Where the first of them was sent. */
  messagePlace: Place | undefined;

  /** Somebody is about to send one. */
  expectMessage(): void {
    this.sentAt.push(this.#now);
    deliver(() => {
      this.#arrived++;
      this.onMessage();
    });
  }

  /** Something can happen before time has to pass. */
  get isReady(): boolean {
    return this.#round.size + this.#immediates.size > 0 || this.#someTimerIsDueAt(this.#now);
  }

  /** After the end of its run, a clock takes no more timers: late code of that run stays asleep. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const timer of this.armed) this.#takeOut(timer);
    // One that was stopped in the midst of a timer may not be in order.
    if (this.#isFiring) return;
    // Its tables, as they grow and shrink, would hold one run by another, and all of them in memory.
    this.#timers.reset();
    idle.push(this.#timers);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Nothing happens until it is let go: somebody is at work for whom no time is to pass here. */
  hold(): void {
    this.#holds++;
  }

  letGo(): void {
    this.#holds--;
  }

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  /** The time as the learner's code reads it, in ms since 1970. */
  readDate(): number {
    return EPOCH + this.read();
  }

  /** The time as the learner's code reads it, in ms since the start. */
  read(): number {
    if (this.readingBurns) {
      if (++this.#reads > READS_FOR_NOTHING) {
        this.#now++;
        this.#burnt++;
      }
      return this.#now;
    }
    if (++this.#reads > READS_WITHOUT_PAUSE) {
      this.#reads = 0;
      throw new ClockStandsStillError(
        `The clock was read ${READS_WITHOUT_PAUSE.toLocaleString('en')} times and did not move. A loop takes no time on the virtual clock: await a timer, and do not read the time again and again.`,
      );
    }
    return this.#now;
  }

  set(
    kind: TimerKind,
    callback: Callback,
    delay: unknown,
    args: readonly unknown[] = NONE,
    owner: Owner = 'learner',
    place?: Place,
  ): Timer {
    const ms = kind === 'immediate' ? 0 : milliseconds(delay);
    const timer = new Timer(this, ++this.#lastId, kind, owner, ms, callback, args, place);
    if (this.#isOver) return timer;
    if (kind === 'immediate') this.#immediates.add(timer);
    else this.#schedule(timer);
    this.onSet(timer);
    return timer;
  }

  /** Who calls the function that asks, as long as places are remembered: for a timer that it will set. */
  callerIfRemembered(): Place | undefined {
    if (this.#placesInTurn++ >= PLACES.inOneTurn || this.#placesInRun++ >= PLACES.inOneRun) return;
    return placeOfCaller();
  }

  find(id: number): Timer | undefined {
    return this.#armed.find((timer) => timer.id === id);
  }

  disarm(timer: Timer): void {
    if (timer.clearedAt !== null) return;
    const wasWaiting = this.#takeOut(timer);
    // An interval is not armed while its callback runs.
    if (!wasWaiting && timer.kind !== 'interval') return;
    timer.clearedAt = this.#now;
  }

  rearm(timer: Timer): void {
    if (this.#isOver || timer.clearedAt !== null) return;
    this.#unschedule(timer);
    this.#schedule(timer);
  }

  /** CPU work: `ms` pass, and nothing else runs meanwhile; timers that came due fire late. */
  burn(ms: number): void {
    this.#reads = 0;
    this.#now += ms;
    this.#burnt += ms;
  }

  /**
   * What happens next, to be run on a stack of its own, as Node does: what it queues with `nextTick` comes
   * before its microtasks, and both before the next callback. It is a timer that is due, else an
   * immediate, else the earliest timer, with the clock moved to it; undefined when nothing is scheduled.
   *
   * As Node does, it looks at the clock when a round of timers begins: those that come due while one of
   * them burns wait until the immediates have run.
   */
  next(): (() => void) | undefined {
    this.#reads = 0;
    this.#placesInTurn = 0;
    if (this.#round.size > 0) return this.#fireImmediate;
    this.#roundAt ??= this.#now;
    if (this.#immediates.size > 0 && !this.#someTimerIsDueAt(this.#roundAt)) {
      this.#roundAt = undefined;
      this.#round = this.#immediates;
      this.#immediates = new Set();
      return this.#fireImmediate;
    }
    return this.#armed.size > 0 ? this.#fireEarliest : undefined;
  }

  readonly #fireImmediate = () => {
    const [timer] = this.#round;
    if (!timer) return;
    this.#round.delete(timer);
    this.#fire(timer);
  };

  readonly #fireEarliest = () => {
    this.#isFiring = true;
    this.#timers.next();
    this.#isFiring = false;
  };

  readonly #fireDue = (timer: Timer) => {
    this.#armed.delete(timer);
    this.#now = Math.max(this.#now, this.#timers.now);
    // Nobody is left of the last round, so a new one begins.
    if (timer.dueAt > (this.#roundAt as number)) this.#roundAt = this.#now;
    this.#fire(timer);
    if (timer.kind === 'interval' && timer.clearedAt === null) this.rearm(timer);
  };

  #someTimerIsDueAt(ms: number): boolean {
    return this.#armed.find(({ dueAt }) => dueAt <= ms) !== undefined;
  }

  #schedule(timer: Timer): void {
    timer.dueAt = this.#now + timer.delay;
    // After a burn our clock is ahead of the fake one, which only moves with the timers it fires.
    const delay = timer.dueAt - this.#timers.now;
    timer.fakeId = this.#timers.setTimeout(this.#fireDue as never, delay, timer) as number;
    this.#armed.add(timer);
  }

  /** The end of the run does so, too: only what the code of the run disarms is cleared. */
  #takeOut(timer: Timer): boolean {
    return this.#unschedule(timer) || this.#round.delete(timer) || this.#immediates.delete(timer);
  }

  #unschedule(timer: Timer): boolean {
    const wasArmed = this.#armed.delete(timer);
    if (wasArmed) this.#timers.clearTimeout(timer.fakeId);
    return wasArmed;
  }

  #fire(timer: Timer): void {
    try {
      timer.fire();
    } catch (error) {
      this.onThrow(error);
    }
  }
}

/** As Node reads a delay: whole milliseconds, at least 1, and 1 for what is no delay at all. */
function milliseconds(delay: unknown): number {
  const ms = Math.trunc(Number(delay));
  return ms >= 1 && ms <= LONGEST_DELAY ? ms : 1;
}
