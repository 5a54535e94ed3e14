import type { VirtualClock } from '../../time/clock.ts';
import type { Recorder } from '../recorder.ts';

export interface SourceOptions {
  /** After its last item it fails with this, whatever it is, and does not end. */
  failsWith?: unknown;
  /** When it is closed, it fails with this. */
  closesWith?: unknown;
}

/** Times in ms. */
export interface AsyncSourceOptions extends SourceOptions {
  /** How long each item takes; one number more in a list is for the end, or the failure. */
  takes: number | readonly number[];
  /** How long it takes to close it; no time unless told. */
  closesIn?: number;
  /**
   * An iterator that was written by hand: it makes several items at the same time, and is closed also while it
   * makes one. A generator does one thing after the other.
   */
  isByHand?: boolean;
}

export type Options = SourceOptions & Partial<AsyncSourceOptions>;

/** What is asked for: `take` brings it. */
interface Asked<T> {
  /** Until the item is there, where that takes time. */
  readonly wait: Promise<void> | undefined;
  take(): T;
  giveUp(): void;
}

/** What a source does one step after the other, and what the trace shows of it. */
export class Steps<T> {
  readonly #recorder: Recorder;
  readonly #clock: VirtualClock;
  readonly #name: string;
  readonly #items: readonly T[];
  readonly #options: Options;
  #asked = 0;
  /** It has ended, failed, or been closed. */
  isOver = false;

  constructor(
    recorder: Recorder,
    clock: VirtualClock,
    name: string,
    items: readonly T[],
    options: Options,
  ) {
    this.#recorder = recorder;
    this.#clock = clock;
    this.#name = name;
    this.#items = [...items];
    this.#options = options;
  }

  /** The next item; undefined where there is none, which takes `untilTheEnd`, and leaves no span. */
  ask(): Asked<T> | undefined {
    const fails = 'failsWith' in this.#options;
    const i = this.#asked++;
    if (i >= this.#items.length + (fails ? 1 : 0)) return undefined;
    const span = this.#recorder.start(this.#name, 'source');
    return {
      wait: this.#after(this.#takes(i)),
      take: () => {
        if (i < this.#items.length) {
          this.#recorder.end(span, 'done');
          return this.#items[i] as T;
        }
        this.isOver = true;
        span.error = this.#options.failsWith;
        this.#recorder.end(span, 'failed');
        throw span.error;
      },
      giveUp: () => this.#recorder.end(span, 'aborted'),
    };
  }

  untilTheEnd(): Promise<void> | undefined {
    const { takes } = this.#options;
    return this.#after(typeof takes === 'number' ? 0 : this.#takes(this.#items.length));
  }

  /** Nothing where it is over already: then there is nothing to close. */
  close(): { readonly wait: Promise<void> | undefined; end(): void } | undefined {
    if (this.isOver) return undefined;
    this.isOver = true;
    const span = this.#recorder.start(`close ${this.#name}`, 'source');
    const end = () => {
      const fails = 'closesWith' in this.#options;
      this.#recorder.end(span, fails ? 'failed' : 'done');
      if (!fails) return;
      span.error = this.#options.closesWith;
      throw span.error;
    };
    return { wait: this.#after(this.#options.closesIn ?? 0), end };
  }

  #takes(i: number): number {
    const { takes = 0 } = this.#options;
    return typeof takes === 'number' ? takes : (takes[i] ?? 0);
  }

  #after(ms: number): Promise<void> | undefined {
    if (ms === 0) return undefined;
    return new Promise((resolve) =>
      this.#clock.set('timeout', () => resolve(), ms, undefined, 'lab'),
    );
  }
}
