import { createRequire } from 'node:module';
import type * as FakeTimers from '@sinonjs/fake-timers';
import { native } from '../node/native.ts';

let createClock: typeof FakeTimers.createClock | undefined;

/**
 * The package keeps the timers that it finds when it is loaded, and lets turns pass by them: so it is loaded when
 * the lab's stand there. A check that calls its `install()` then waits for turns that the lab knows of.
 */
function makeKeeper() {
  if (!createClock) {
    const { withGlobal }: typeof FakeTimers = createRequire(import.meta.url)(
      '@sinonjs/fake-timers',
    );
    // Of the globals it needs none but the date: the lab's own functions stand in front of all others.
    createClock = withGlobal({ Date: native.Date } as never).createClock;
  }
  return createClock(0);
}

/** That of a run which is over: to make one takes as long as ten timers. */
let spare: ReturnType<typeof makeKeeper> | undefined;

function takeKeeper() {
  const keeper = spare ?? makeKeeper();
  spare = undefined;
  return keeper;
}

/** Virtual time 0 as a date, so that no learner meets a clock that says 1970. */
export const EPOCH = Date.UTC(2025, 0, 1);

/** How often the clock may be read without a pause before the reader is said to wait for it to move. */
const READS_WITHOUT_PAUSE = 100_000;

/** How often it may be read without a pause before each reading takes a ms, where readings take time. */
const READS_FOR_NOTHING = 1000;

/** A loop reads the clock over and over while it stands still: it could never end. */
export class ClockStandsStillError extends Error {
  override name = 'ClockStandsStillError';
}

/**
 * The time of a run, in virtual ms since its start. A clock of `@sinonjs/fake-timers` keeps it; in which order
 * callbacks run is told by Node's own lists (timer-lists.ts), which that clock does not have.
 */
export class TimeLine {
  #keeper: ReturnType<typeof makeKeeper> | undefined = takeKeeper();
  /** Where the clock stands when it has given its keeper back. */
  #now = 0;
  #burnt = 0;
  /** When it was moved, by the real clock, and to which ms, one after the other. */
  readonly #moves: number[] = [];
  #reads = 0;

  get now(): number {
    return this.#keeper?.now ?? this.#now;
  }

  /** Virtual ms for which the CPU was busy. */
  get burnt(): number {
    return this.#burnt;
  }

  /** CPU work: `ms` pass, and nothing else runs meanwhile; timers that came due fire late. */
  burn(ms: number): void {
    this.#reads = 0;
    this.moveTo(this.now + ms);
    this.#burnt += ms;
  }

  /** A loop that reads the clock until it has moved computes: for programs that are not to be judged. */
  readingBurns = false;

  /** The time as the learner's code reads it, in ms since the start. */
  read(): number {
    if (this.readingBurns) {
      if (++this.#reads > READS_FOR_NOTHING) {
        this.moveTo(this.now + 1);
        this.#burnt++;
      }
      return this.now;
    }
    if (++this.#reads > READS_WITHOUT_PAUSE) {
      this.#reads = 0;
      throw new ClockStandsStillError(
        `The clock was read ${READS_WITHOUT_PAUSE.toLocaleString('en')} times and did not move. A loop takes no time on the virtual clock: await a timer, and do not read the time again and again.`,
      );
    }
    return this.now;
  }

  /** The time as the learner's code reads it, in whole ms since 1970. */
  readDate(): number {
    return Math.floor(EPOCH + this.read());
  }

  /** Where the clock stood at a time of the real `performance.now()`. */
  timeAt(real: number): number {
    const moves = this.#moves;
    for (let i = moves.length - 2; i >= 0; i -= 2)
      if ((moves[i] as number) <= real) return moves[i + 1] as number;
    return 0;
  }

  protected moveTo(ms: number): void {
    if (ms === this.now) return;
    if (this.#keeper) this.#keeper.setSystemTime(ms);
    else this.#now = ms;
    this.#moves.push(native.performanceNow(), ms);
  }

  /** The run is over. What still reads its time finds it where it was. */
  protected giveBackKeeper(): void {
    const keeper = this.#keeper;
    if (!keeper) return;
    this.#now = keeper.now;
    this.#keeper = undefined;
    keeper.setSystemTime(0);
    spare = keeper;
  }

  /** Code that reads the clock after this has paused. */
  protected pause(): void {
    this.#reads = 0;
  }
}
