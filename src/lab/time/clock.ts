import { native } from '../node/native.ts';
import { AFTER_POLL, IN_POLL, type Phases } from '../node/turns.ts';
import { type Place, placeOfCaller } from '../trace/place.ts';
import {
  type Callback,
  Immediate,
  type Owner,
  Timeout,
  type Timer,
  type TimerKind,
} from './timer.ts';
import { TimerLists } from './timer-lists.ts';

/** Virtual time 0 as a date, so that no learner meets a clock that says 1970. */
export const EPOCH = Date.UTC(2025, 0, 1);

/** Node's own limit: a longer delay becomes 1 ms. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** How often the clock may be read without a pause before the reader is said to wait for it to move. */
const READS_WITHOUT_PAUSE = 100_000;

/** Timers whose places are remembered: a stack costs more than a timer, and code that sets many is alike. */
const PLACES = { inOneTurn: 1, inOneRun: 100 };

/**
 * Real turns of the event loop after which what was set going by way of a port has come: a message needs one;
 * to close a port takes its own closing, the message to the other one, and the closing of that. One more, for
 * what comes of it: somebody listens at last to a port that has a message.
 */
const POLLS = { message: 2, closing: 4 };

const NONE: readonly unknown[] = [];

/** A loop reads the clock over and over while it stands still: it could never end. */
export class ClockStandsStillError extends Error {
  override name = 'ClockStandsStillError';
}

/** Where in its iteration the event loop is. */
type Phase = 'timers' | 'messages' | 'immediates';

/**
 * A virtual clock in milliseconds, and the phases of Node's event loop. It moves when nothing can happen before
 * time has passed, and never by itself; `burn` is the one way in which running code makes time pass.
 */
export class VirtualClock implements Phases {
  readonly #timers = new TimerLists();
  #immediates = new Set<Timer>();
  /** Those of the immediates that run in this iteration. */
  #round = new Set<Timer>();
  /** By the number that they were asked for. */
  #known: Map<number, Timer> | undefined;
  #phase: Phase = 'timers';
  /** The ms at which the timers' phase began: what comes due later waits for the next one. */
  #phaseAt: number | undefined;
  #taken: Timer | undefined;
  #now = 0;
  #burnt = 0;
  /** When it was moved, by the real clock, and to which ms, one after the other. */
  readonly #moves: number[] = [];
  #lastId = 0;
  #placesInTurn = 0;
  #placesInRun = 0;
  #reads = 0;
  #isOver = false;
  #holds = 0;
  #hasPorts = false;
  /** The timers run where the real event loop looks for messages, and the immediates where its own do. */
  #isInPoll = false;
  #closings: (() => void)[] = [];
  /** Ports that were made while the real event loop looked for messages are looked at only the next time. */
  #hasYoungPorts = false;
  /** So many times the real event loop has to look for messages before time may pass. */
  #polls = 0;
  /** Called for each timer that is set. */
  onSet: (timer: Timer) => void = () => {};
  /** Called with what a callback threw: nobody else could catch it. */
  onThrow: (error: unknown) => void = () => {};
  /** Whether something that is no timer keeps the process alive. */
  isKeptAlive: () => boolean = () => false;

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
    return [...this.#timers, ...this.#round, ...this.#immediates].sort((a, b) => a.id - b.id);
  }

  /** Whether some timer that is set, and not yet done, is like this. */
  hasArmed(isLikeThis: (timer: Timer) => boolean): boolean {
    for (const timer of this.#timers) if (isLikeThis(timer)) return true;
    for (const timer of this.#round) if (isLikeThis(timer)) return true;
    for (const timer of this.#immediates) if (isLikeThis(timer)) return true;
    return false;
  }

  /** How many timers are set and not yet done. */
  get pending(): number {
    return this.#timers.size + this.#round.size + this.#immediates.size;
  }

  /** Immediates that were set together run in one iteration of the event loop: it is not over yet. */
  get isInTurn(): boolean {
    return this.#round.size > 0;
  }

  /** What runs next belongs to the phase of what ran last: Node takes no other turn between the two. */
  get isMidway(): boolean {
    return this.#phase === 'timers'
      ? this.#timers.mayHaveDue(this.#phaseAt ?? this.#now)
      : this.#round.size > 0;
  }

  /** Ports are in use: their messages come when the real event loop looks for them, which is not to be in the midst of a phase. */
  get hasPorts(): boolean {
    return this.#hasPorts;
  }

  /** How many messages were sent. */
  get messages(): number {
    return this.sentAt.length;
  }

  /** Some of them may not have come yet. */
  get isMessageComing(): boolean {
    return this.#polls > 0;
  }

  /** Some timer of the run was told not to keep the process alive. */
  hasUnrefed = false;

  /**
   * Whether Node would wait for anything that is set: with timers alone that do not keep it alive, and no work
   * elsewhere, a program ends. A heartbeat of the lab's holds nothing up.
   */
  get keepsNodeAlive(): boolean {
    return (
      !this.hasUnrefed ||
      this.isMessageComing ||
      this.pending === 0 ||
      this.hasArmed((timer) => timer.hasRef() && !isHeartbeat(timer)) ||
      this.isKeptAlive()
    );
  }

  /** When each of them was sent, in ms. */
  readonly sentAt: number[] = [];

  /** Where the first of them was sent. */
  messagePlace: Place | undefined;

  /** Somebody makes a pair of ports, or one for many. */
  expectPorts(): void {
    this.#hasPorts = true;
    if (this.#phase === 'timers' && this.#isInPoll) this.#hasYoungPorts = true;
  }

  /** Somebody is about to send a message. */
  expectMessage(): void {
    this.sentAt.push(this.#now);
    this.#expectPolls(POLLS.message);
  }

  /**
   * Somebody is about to close a port, which Node does after the immediates of this iteration. Timers of ours
   * that run where the real ones of the event loop do have to wait until then.
   */
  expectClosing(close: () => void): void {
    this.#expectPolls(POLLS.closing);
    if (this.#phase !== 'timers' || (this.#isInPoll && !this.#hasYoungPorts)) close();
    else this.#closings.push(close);
  }

  #expectPolls(polls: number): void {
    this.#hasPorts = true;
    this.#polls = Math.max(this.#polls, polls);
  }

  /** After the end of its run, a clock takes no more timers: late code of that run stays asleep. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    // They are not cleared by anybody: nothing comes of them, that is all.
    for (const timer of this.armed) this.#timers.remove(timer);
    this.#round.clear();
    this.#immediates.clear();
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

  /** Where the clock stood at a time of the real `performance.now()`. */
  timeAt(real: number): number {
    const moves = this.#moves;
    for (let i = moves.length - 2; i >= 0; i -= 2)
      if ((moves[i] as number) <= real) return moves[i + 1] as number;
    return 0;
  }

  #moveTo(ms: number): void {
    if (ms === this.#now) return;
    this.#now = ms;
    this.#moves.push(native.performanceNow(), ms);
  }

  /** The time as the learner's code reads it, in ms since 1970. */
  readDate(): number {
    return EPOCH + this.read();
  }

  /** The time as the learner's code reads it, in ms since the start. */
  read(): number {
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
    const type = kind === 'immediate' ? Immediate : Timeout;
    const timer = new type(this, ++this.#lastId, kind, owner, ms, callback, args, place);
    if (this.#isOver) return timer;
    if (kind === 'immediate') this.#immediates.add(timer);
    else this.#timers.insert(timer, this.#now);
    this.onSet(timer);
    return timer;
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
      this.#timers.clear(timer) || this.#round.delete(timer) || this.#immediates.delete(timer);
    // An interval is not armed while its callback runs.
    if (!wasWaiting && timer.kind !== 'interval') return;
    timer.clearedAt = this.#now;
  }

  rearm(timer: Timer): void {
    if (this.#isOver || timer.isCleared) return;
    if (!timer.list) timer.takeContext();
    this.#timers.insert(timer, this.#now);
  }

  /** CPU work: `ms` pass, and nothing else runs meanwhile; timers that came due fire late. */
  burn(ms: number): void {
    this.#reads = 0;
    this.#moveTo(this.#now + ms);
    this.#burnt += ms;
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
    this.#reads = 0;
    this.#placesInTurn = 0;
    for (;;) {
      this.#taken = this.#takeInPhase();
      if (this.#taken) return this.#fireTaken;
      if (this.#phase === 'timers') {
        if (!this.keepsNodeAlive) return undefined;
        this.#phase = 'messages';
        if (!this.#hasPorts) continue;
        if (this.#polls > 0) this.#polls--;
        return AFTER_POLL;
      }
      if (this.#phase === 'messages') {
        if (this.#hasYoungPorts) {
          this.#hasYoungPorts = false;
          return AFTER_POLL;
        }
        this.#phase = 'immediates';
        this.#round = this.#immediates;
        this.#immediates = new Set();
        for (const close of this.#closings.splice(0)) close();
        continue;
      }
      if (!this.#moveOn()) return undefined;
      this.#phase = 'timers';
      this.#phaseAt = this.#now;
      this.#isInPoll = this.#hasPorts;
      if (this.#hasPorts) return IN_POLL;
    }
  }

  /** At the end of an iteration. Whether there is anything to come. */
  #moveOn(): boolean {
    if (this.#polls > 0 || this.#immediates.size > 0) return true;
    const next = this.#timers.nextExpiry;
    if (next === undefined || this.#timers.size === 0) return false;
    this.#moveTo(Math.max(this.#now, next));
    return true;
  }

  #takeInPhase(): Timer | undefined {
    this.#phaseAt ??= this.#now;
    if (this.#phase === 'timers') return this.#timers.takeDue(this.#phaseAt);
    return this.#phase === 'immediates' ? this.#takeImmediate() : undefined;
  }

  #takeImmediate(): Timer | undefined {
    const [immediate] = this.#round;
    if (immediate) this.#round.delete(immediate);
    return immediate;
  }

  /** Where one throws, Node comes to the next immediate, or timer of that list, before it runs any microtask. */
  readonly #fireTaken = () => {
    let timer = this.#taken;
    while (timer && this.#throws(timer))
      timer =
        this.#phase === 'timers'
          ? this.#timers.takeDueOfSame(this.#phaseAt as number)
          : this.#takeImmediate();
  };

  #throws(timer: Timer): boolean {
    // What came of it may have to come by way of a port.
    if (this.#hasPorts) this.#expectPolls(POLLS.message);
    const started = this.#now;
    try {
      timer.fire();
    } catch (error) {
      this.onThrow(error);
      return true;
    } finally {
      if (timer.kind === 'interval' && !timer.isCleared && !this.#isOver)
        this.#timers.insert(timer, started);
      else if (!timer.list) this.#known?.delete(timer.id);
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
