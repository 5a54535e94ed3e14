import { createClock } from '@sinonjs/fake-timers';
import { macrotask, onOwnStack } from './native.ts';
import { type Callback, type Owner, Timer, type TimerKind } from './timer.ts';

/** Virtual time 0 as a date, so that no learner meets a clock that says 1970. */
const EPOCH = Date.UTC(2025, 0, 1);

/** Node's own limit: a longer delay becomes 1 ms. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** How often the clock may be read without a pause before the reader is said to wait for it to move. */
const READS_WITHOUT_PAUSE = 100_000;

/** A loop reads the clock over and over while it stands still: it could never end. */
export class ClockStandsStillError extends Error {
  override name = 'ClockStandsStillError';
}

/**
 * A virtual clock in milliseconds, on the timers of `@sinonjs/fake-timers`. It moves when `step` is
 * called, and never by itself; `burn` is the one way in which running code makes time pass.
 */
export class VirtualClock {
  readonly #timers = createClock(0);
  readonly #armed = new Map<number, { timer: Timer; fakeId: unknown }>();
  #immediates: Timer[] = [];
  #now = 0;
  #movedTo = 0;
  #burnt = 0;
  #lastId = 0;
  #reads = 0;
  #over = false;
  /** The ms at which the timers now firing began to: what comes due later waits for the next round. */
  #roundAt: number | undefined;
  /** Messages sent by way of a `MessagePort`: they come with the next turn of the real event loop. */
  messages = 0;
  /** Called for each timer that is set, fires or is cleared. */
  onTimer: (event: 'set' | 'fired' | 'cleared', timer: Timer) => void = () => {};
  /** Called with what a callback threw: nobody else could catch it. */
  onThrow: (error: unknown) => void = () => {};

  /** Virtual ms since the start. */
  get now(): number {
    return this.#now;
  }

  /** Where `step` last moved it, before what it started could burn. */
  get movedTo(): number {
    return this.#movedTo;
  }

  /** Virtual ms for which the CPU was busy. */
  get burnt(): number {
    return this.#burnt;
  }

  /** Timers set and not yet done, in the order in which they were set. */
  get armed(): Timer[] {
    return [...this.#armed.values()].map(({ timer }) => timer).concat(this.#immediates);
  }

  /** How many timers are set and not yet done. */
  get pending(): number {
    return this.#armed.size + this.#immediates.length;
  }

  /** Something can happen before time has to pass. */
  get isReady(): boolean {
    return this.#immediates.length > 0 || this.#someTimerIsDueAt(this.#now);
  }

  /** After the end of its run, a clock takes no more timers: late code of that run stays asleep. */
  end(): void {
    this.#over = true;
    for (const timer of this.armed) this.disarm(timer);
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
        `The clock was read ${READS_WITHOUT_PAUSE.toLocaleString('en')} times and did not move: time passes only while your code waits, and a loop that asks for the time never waits.`,
      );
    }
    return this.#now;
  }

  set(
    kind: TimerKind,
    callback: Callback,
    delay: unknown = 0,
    args: readonly unknown[] = [],
    owner: Owner = 'learner',
  ): Timer {
    const ms = kind === 'immediate' ? 0 : milliseconds(delay);
    const timer = new Timer(this, ++this.#lastId, kind, owner, ms, callback, args);
    if (this.#over) return timer;
    if (kind === 'immediate') this.#immediates.push(timer);
    else this.#schedule(timer);
    this.onTimer('set', timer);
    return timer;
  }

  find(id: number): Timer | undefined {
    return this.#armed.get(id)?.timer;
  }

  disarm(timer: Timer): void {
    if (timer.clearedAt !== null) return;
    const waiting = this.#immediates.indexOf(timer);
    if (this.#armed.has(timer.id)) this.#unschedule(timer);
    else if (waiting >= 0) this.#immediates.splice(waiting, 1);
    else if (timer.kind !== 'interval') return; // An interval is not armed while its callback runs.
    timer.clearedAt = this.#now;
    this.onTimer('cleared', timer);
  }

  rearm(timer: Timer): void {
    if (this.#over || timer.clearedAt !== null) return;
    this.#unschedule(timer);
    this.#schedule(timer);
  }

  /** CPU work: `ms` pass, and nothing else runs meanwhile; timers that came due fire late. */
  burn(ms: number): void {
    this.#now += ms;
    this.#burnt += ms;
  }

  /**
   * Lets the next thing happen: a timer that is due, else one round of immediates, else the earliest
   * timer, with the clock moved to it. Gives false when nothing is scheduled.
   *
   * As Node does, it looks at the clock when a round of timers begins: those that come due while one of
   * them burns wait until the immediates have run.
   *
   * Each callback runs on a stack of its own, as in Node: what it queues with `nextTick` comes before
   * its microtasks, and both before the next callback.
   */
  async step(): Promise<boolean> {
    this.#reads = 0;
    this.#movedTo = this.#now;
    this.#roundAt ??= this.#now;
    if (this.#immediates.length > 0 && !this.#someTimerIsDueAt(this.#roundAt)) {
      const round = [...this.#immediates];
      for (const timer of round) {
        const waiting = this.#immediates.indexOf(timer);
        if (waiting < 0) continue;
        this.#immediates.splice(waiting, 1);
        await onOwnStack(() => this.#fire(timer));
        if (timer !== round.at(-1)) await macrotask();
      }
      this.#roundAt = undefined;
      return true;
    }
    if (this.#armed.size === 0) return false;
    await onOwnStack(() => this.#timers.next());
    return true;
  }

  #someTimerIsDueAt(ms: number): boolean {
    for (const { timer } of this.#armed.values()) if (timer.dueAt <= ms) return true;
    return false;
  }

  #schedule(timer: Timer): void {
    timer.dueAt = this.#now + timer.delay;
    // After a burn our clock is ahead of the fake one, which only moves with the timers it fires.
    const fakeId = this.#timers.setTimeout(() => {
      this.#armed.delete(timer.id);
      this.#now = Math.max(this.#now, this.#timers.now);
      this.#movedTo = this.#now;
      // Nobody is left of the last round, so a new one begins.
      if (timer.dueAt > (this.#roundAt as number)) this.#roundAt = this.#now;
      this.#fire(timer);
      if (timer.kind === 'interval' && timer.clearedAt === null) this.rearm(timer);
    }, timer.dueAt - this.#timers.now);
    this.#armed.set(timer.id, { timer, fakeId });
  }

  #unschedule(timer: Timer): void {
    const entry = this.#armed.get(timer.id);
    this.#armed.delete(timer.id);
    if (entry) this.#timers.clearTimeout(entry.fakeId as number);
  }

  #fire(timer: Timer): void {
    try {
      timer.fire();
    } catch (error) {
      this.onThrow(error);
    }
    this.onTimer('fired', timer);
  }
}

/** As Node reads a delay: whole milliseconds, at least 1, and 1 for what is no delay at all. */
function milliseconds(delay: unknown): number {
  const ms = Math.trunc(Number(delay));
  return ms >= 1 && ms <= LONGEST_DELAY ? ms : 1;
}
