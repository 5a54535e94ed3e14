import { native } from '../node/native.ts';

/** Virtual time 0 as a date, so that no learner meets a clock that says 1970. */
export const EPOCH = Date.UTC(2025, 0, 1);

/** How often the clock may be read without a pause before the reader is said to wait for it to move. */
const READS_WITHOUT_PAUSE = 100_000;

/** A loop reads the clock over and over while it stands still: it could never end. */
export class ClockStandsStillError extends Error {
  override name = 'ClockStandsStillError';
}

/** The time of a run, in virtual ms since its start. */
export class TimeLine {
  #now = 0;
  #burnt = 0;
  /** When it was moved, by the real clock, and to which ms, one after the other. */
  readonly #moves: number[] = [];
  #reads = 0;

  get now(): number {
    return this.#now;
  }

  /** Virtual ms for which the CPU was busy. */
  get burnt(): number {
    return this.#burnt;
  }

  /** CPU work: `ms` pass, and nothing else runs meanwhile; timers that came due fire late. */
  burn(ms: number): void {
    this.#reads = 0;
    this.moveTo(this.#now + ms);
    this.#burnt += ms;
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

  /** The time as the learner's code reads it, in ms since 1970. */
  readDate(): number {
    return EPOCH + this.read();
  }

  /** Where the clock stood at a time of the real `performance.now()`. */
  timeAt(real: number): number {
    const moves = this.#moves;
    for (let i = moves.length - 2; i >= 0; i -= 2)
      if ((moves[i] as number) <= real) return moves[i + 1] as number;
    return 0;
  }

  protected moveTo(ms: number): void {
    if (ms === this.#now) return;
    this.#now = ms;
    this.#moves.push(native.performanceNow(), ms);
  }

  /** Whoever reads the clock now has paused. */
  protected pause(): void {
    this.#reads = 0;
  }
}
