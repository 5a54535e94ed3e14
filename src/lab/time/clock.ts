import { AFTER_POLL, IN_POLL, type Phases } from '../node/turns.ts';
import { type Place, placeOfCaller } from '../trace/place.ts';
import { Arrivals } from './arrivals.ts';
import { TimeLine } from './time-line.ts';
import {
  type Callback,
  Immediate,
  type Owner,
  Timeout,
  type Timer,
  type TimerKind,
} from './timer.ts';
import { TimerLists } from './timer-lists.ts';
import { Traffic } from './traffic.ts';

/** Node's own limit: a longer delay becomes 1 ms. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** So often Node runs the rest of what the last timer has queued, when that has thrown, before it comes to the immediates. */
const TRIES_OF_THE_REST = Number.parseInt(process.versions.node, 10) < 26 ? 1 : 0;

/** Timers whose places are remembered: a stack costs more than a timer, and code that sets many is alike. */
const PLACES = { inOneTurn: 1, inOneRun: 100 };

const NONE: readonly unknown[] = [];

/** All timers that were due have been cleared. Before the next ones, something may happen in another thread. */
const LOOK_AGAIN = () => {};

/** Where in its iteration the event loop is. */
type Phase = 'timers' | 'messages' | 'immediates';

/**
 * A virtual clock in milliseconds, and the phases of Node's event loop. It moves when nothing can happen before
 * time has passed, and never by itself; `burn` is the one way in which running code makes time pass.
 */
export class VirtualClock extends TimeLine implements Phases {
  /** What goes by way of ports. */
  readonly traffic = new Traffic(() => this.#phase === 'timers');
  readonly #timers = new TimerLists();
  readonly #arrivals = new Arrivals();
  #immediates = new Set<Timer>();
  /** Those of the immediates that run in this iteration. */
  #round = new Set<Timer>();
  /** By the number that they were asked for. */
  #known: Map<number, Timer> | undefined;
  #phase: Phase = 'timers';
  /** The ms at which the timers' phase began: what comes due later waits for the next one. */
  #phaseAt: number | undefined;
  #taken: Timer | undefined;
  #lastId = 0;
  #placesInTurn = 0;
  #placesInRun = 0;
  #isOver = false;
  #holds = 0;
  /** Called for each timer that is set. */
  onSet: (timer: Timer) => void = () => {};
  /** Called with what a callback threw: nobody else could catch it. */
  onThrow: (error: unknown) => void = () => {};
  /** Whether something that is no timer keeps the process alive. */
  isKeptAlive: () => boolean = () => false;

  /** Timers set and not yet done, in the order in which they were set. */
  get armed(): Timer[] {
    const all = [...this.#timers, ...this.#arrivals, ...this.#round, ...this.#immediates];
    return all.sort((a, b) => a.id - b.id);
  }

  /** Whether some timer that is set, and not yet done, is like this. */
  hasArmed(isLikeThis: (timer: Timer) => boolean): boolean {
    for (const timer of this.#timers) if (isLikeThis(timer)) return true;
    for (const arrival of this.#arrivals) if (isLikeThis(arrival)) return true;
    for (const timer of this.#round) if (isLikeThis(timer)) return true;
    for (const timer of this.#immediates) if (isLikeThis(timer)) return true;
    return false;
  }

  /** How many timers are set and not yet done. */
  get pending(): number {
    return this.#timers.size + this.#arrivals.size + this.#round.size + this.#immediates.size;
  }

  /** When it has something to do next, in ms: now, where that is left from this ms; never, where there is nothing. */
  get nextAt(): number {
    if (this.#isOver) return Infinity;
    if (this.#immediates.size + this.#round.size > 0 || this.traffic.isComing) return this.now;
    return Math.max(this.now, this.#nextDue);
  }

  get #nextDue(): number {
    const timer = this.#timers.size > 0 ? this.#timers.nextExpiry : undefined;
    return Math.min(timer ?? Infinity, this.#arrivals.next);
  }

  /** Immediates that were set together run in one iteration of the event loop: it is not over yet. */
  get isInTurn(): boolean {
    return this.#round.size > 0;
  }

  /** A callback of the phase comes before the rest of what was queued, which has thrown, and at the end of the timers perhaps an immediate. */
  comesFirst(thrown: number): boolean {
    if (this.#phase === 'messages') return this.#immediates.size > 0;
    if (this.#phase === 'immediates') return this.#round.size > 0;
    if (this.#timers.hasDueNext(this.#phaseAt ?? this.now)) return true;
    return thrown > TRIES_OF_THE_REST && !this.hasPorts && this.#immediates.size > 0;
  }

  /** Ports are in use: their messages come when the real event loop looks for them, which is not to be in the midst of a phase. */
  get hasPorts(): boolean {
    return this.traffic.isOn;
  }

  /** Some timer, thread or process of the run was told not to keep the process alive. */
  hasUnrefed = false;

  /**
   * Whether Node would wait for anything that is set: with timers alone that do not keep it alive, and no work
   * elsewhere, a program ends.
   */
  get keepsNodeAlive(): boolean {
    return this.pending === 0 || !this.hasOnlyUnrefed;
  }

  /**
   * Something was told not to keep the process alive, and nothing else is there that does. A heartbeat of the lab's
   * holds nothing up.
   */
  get hasOnlyUnrefed(): boolean {
    return (
      this.hasUnrefed &&
      !this.traffic.isComing &&
      !this.hasArmed((timer) => timer.hasRef() && !isHeartbeat(timer)) &&
      !this.isKeptAlive()
    );
  }

  /** After the end of its run, a clock takes no more timers: late code of that run stays asleep. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    // They are not cleared by anybody: nothing comes of them, that is all.
    for (const timer of this.armed) this.#timers.remove(timer);
    this.#arrivals.clear();
    this.#round.clear();
    this.#immediates.clear();
    this.giveBackKeeper();
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

  set(
    kind: TimerKind,
    callback: Callback,
    delay: unknown,
    args: readonly unknown[] = NONE,
    owner: Owner = 'learner',
    place?: Place,
  ): Timer {
    const isImmediate = kind === 'immediate';
    const ms = isImmediate ? 0 : milliseconds(delay);
    const id = ++this.#lastId;
    const setting = { clock: this, id, kind, owner, delay: ms, callback, args, place };
    const timer = isImmediate ? new Immediate(setting) : new Timeout(setting);
    if (this.#isOver) return timer;
    if (isImmediate) this.#immediates.add(timer);
    else this.#timers.insert(timer, this.now);
    this.onSet(timer);
    return timer;
  }

  /**
   * Something comes at this ms from another thread, whose clock may be ahead of this one, or behind it. The event
   * loop takes it where it looks for messages.
   */
  receive(at: number, callback: Callback): Timer {
    const arrival = new Immediate({
      clock: this,
      id: ++this.#lastId,
      kind: 'immediate',
      owner: 'lab',
      delay: 0,
      callback,
      args: NONE,
      place: undefined,
    });
    arrival.dueAt = at;
    if (!this.#isOver) this.#arrivals.insert(arrival);
    return arrival;
  }

  /** Who calls the function that asks, as long as places are remembered: for a timer that it will set. */
  callerIfRemembered(): Place | undefined {
    if (this.#placesInTurn++ >= PLACES.inOneTurn || this.#placesInRun++ >= PLACES.inOneRun) return;
    return placeOfCaller();
  }

  /** The timer that was asked for its number, while it is set. */
  find(id: number): Timer | undefined {
    return this.#known?.get(id);
  }

  /** Somebody asked for its number. */
  know(timer: Timer): void {
    this.#known ??= new Map();
    this.#known.set(timer.id, timer);
  }

  disarm(timer: Timer): void {
    if (timer.clearedAt !== null) return;
    timer.isCleared = true;
    this.#known?.delete(timer.id);
    const wasWaiting =
      this.#timers.clear(timer) ||
      this.#arrivals.remove(timer) ||
      this.#round.delete(timer) ||
      this.#immediates.delete(timer);
    // An interval is not armed while its callback runs.
    if (!wasWaiting && timer.kind !== 'interval') return;
    timer.clearedAt = this.now;
  }

  rearm(timer: Timer): void {
    if (this.#isOver || timer.isCleared) return;
    if (timer.isDone) timer.takeContext();
    timer.isDone = false;
    this.#timers.insert(timer, this.now);
  }

  /**
   * What happens next, to be run on a stack of its own, as Node does: what it queues with `nextTick` comes
   * before its microtasks, and both before the next callback. It is a callback of this phase; else it is
   * the next phase's turn, which may have to wait until the real event loop has brought messages. The clock
   * moves on where nothing is left to happen before.
   *
   * @returns undefined when nothing is set, or nothing that Node would wait for
   */
  next(): (() => void) | undefined {
    this.pause();
    this.#placesInTurn = 0;
    let hasMoved = false;
    for (;;) {
      this.#taken = this.#takeInPhase();
      if (this.#taken) return this.#fireTaken;
      if (this.#phase === 'timers') {
        if (!this.keepsNodeAlive) return undefined;
        this.#phase = 'messages';
        if (!this.hasPorts) continue;
        this.traffic.poll();
        return AFTER_POLL;
      }
      if (this.#phase === 'messages') {
        if (this.traffic.takeYoungPorts()) return AFTER_POLL;
        this.#phase = 'immediates';
        this.#round = this.#immediates;
        this.#immediates = new Set();
        this.traffic.close();
        continue;
      }
      if (hasMoved) return LOOK_AGAIN;
      if (!this.#moveOn()) return undefined;
      hasMoved = true;
      this.#phase = 'timers';
      this.#phaseAt = this.now;
      this.traffic.isInPoll = this.hasPorts;
      if (this.hasPorts) return IN_POLL;
    }
  }

  /** At the end of an iteration. Whether there is anything to come. */
  #moveOn(): boolean {
    if (this.traffic.isComing || this.#immediates.size > 0) return true;
    const next = this.#nextDue;
    if (next === Infinity || !this.keepsNodeAlive) return false;
    this.moveTo(Math.max(this.now, next));
    return true;
  }

  #takeInPhase(): Timer | undefined {
    this.#phaseAt ??= this.now;
    if (this.#phase === 'timers') return this.#timers.takeDue(this.#phaseAt);
    return this.#phase === 'immediates' ? this.#takeImmediate() : this.#arrivals.takeDue(this.now);
  }

  #takeImmediate(): Timer | undefined {
    const [immediate] = this.#round;
    if (immediate) this.#round.delete(immediate);
    return immediate;
  }

  /** Where one throws, Node comes to the next immediate, or timer of that list, before it runs any microtask. */
  readonly #fireTaken = () => {
    let timer = this.#taken;
    while (timer && this.#throws(timer)) timer = this.#takeNextOfSame();
    if (this.#phase === 'timers') this.#timers.settle(this.#phaseAt as number);
  };

  #takeNextOfSame(): Timer | undefined {
    if (this.#phase === 'timers') return this.#timers.takeDueOfSame(this.#phaseAt as number);
    return this.#phase === 'immediates' ? this.#takeImmediate() : undefined;
  }

  #throws(timer: Timer): boolean {
    this.traffic.expectAnything();
    const started = this.now;
    try {
      timer.fire();
    } catch (error) {
      this.onThrow(error);
      return true;
    } finally {
      if (timer.kind === 'interval' && !timer.isCleared && !this.#isOver)
        this.#timers.insert(timer, started);
      else if (!timer.list) {
        timer.isDone = true;
        this.#known?.delete(timer.id);
      }
    }
    return false;
  }
}

const isHeartbeat = ({ owner, kind }: Timer) => owner === 'lab' && kind === 'interval';

/** As Node reads a delay: whole milliseconds, at least 1, and 1 for what is no delay at all; a bigint or a symbol throws. */
function milliseconds(delay: unknown): number {
  const ms = Math.trunc((delay as number) * 1);
  return ms >= 1 && ms <= LONGEST_DELAY ? ms : 1;
}
