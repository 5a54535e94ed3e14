import type { Place } from '../trace/place.ts';

/**
 * Real turns of the event loop after which what was set going by way of a port has come: a message needs one;
 * to close a port takes its own closing, the message to the other one, and the closing of that. One more, for
 * what comes of it: somebody listens at last to a port that has a message.
 */
const POLLS = { message: 2, closing: 4 };

/** What goes by way of ports, which are real: how often the real event loop has to look for it (a poll). */
export class Traffic {
  /** Ports are in use. */
  isOn = false;
  /** When each message was sent, in ms. */
  readonly sentAt: number[] = [];
  /** Where the first of them was sent. */
  place: Place | undefined;
  /** The timers of this iteration run where the real event loop looks for messages, and not where its immediates do. */
  isInPoll = false;
  readonly #isInTimers: () => boolean;
  #polls = 0;
  #closings: (() => void)[] = [];
  /**
   * Ports that were made while the real event loop looked for messages are looked at only the next time. (Where
   * another port closes just then, its closing comes before their messages; in Node it comes after them.)
   */
  #hasYoungPorts = false;

  /** @param isInTimers whether timers run now */
  constructor(isInTimers: () => boolean) {
    this.#isInTimers = isInTimers;
  }

  /** Something may not have come yet. */
  get isComing(): boolean {
    return this.#polls > 0;
  }

  /** Somebody makes a pair of ports, or one for many. */
  expectPorts(): void {
    this.isOn = true;
    if (this.#isInTimers() && this.isInPoll) this.#hasYoungPorts = true;
  }

  /** Somebody is about to send a message. */
  expectMessage(now: number): void {
    this.sentAt.push(now);
    this.#expectPolls(POLLS.message);
  }

  /** What comes of a callback may have to come by way of a port. */
  expectAnything(): void {
    if (this.isOn) this.#expectPolls(POLLS.message);
  }

  /**
   * Somebody is about to close a port, which Node does after the immediates of this iteration. Timers of ours
   * that run where its own immediates do have to wait until then.
   */
  expectClosing(close: () => void): void {
    this.#expectPolls(POLLS.closing);
    if (!this.#isInTimers() || (this.isInPoll && !this.#hasYoungPorts)) close();
    else this.#closings.push(close);
  }

  /** The real event loop looks for messages. */
  poll(): void {
    if (this.#polls > 0) this.#polls--;
  }

  /** Whether it has to do so once more, for ports that it did not know. */
  takeYoungPorts(): boolean {
    const has = this.#hasYoungPorts;
    this.#hasYoungPorts = false;
    return has;
  }

  /** Before the immediates of an iteration. */
  close(): void {
    for (const close of this.#closings.splice(0)) close();
  }

  #expectPolls(polls: number): void {
    this.isOn = true;
    this.#polls = Math.max(this.#polls, polls);
  }
}
