import { Duplex } from 'node:stream';

/** Bytes that stand in a pipe unread, before who writes has to wait: on Linux and macOS. */
const ROOM = 64 * 1024;

/** What a child writes, and we read by a real stream. */
export class Pipe {
  /** A Duplex, because Node's is a socket: code that reads it to its end does not wait for its 'close'. */
  readonly readable: Duplex;
  readonly #chunks: Buffer[] = [];
  readonly #waiting: (() => void)[] = [];
  #unread = 0;
  #isWanted = false;
  #wasWanted = false;
  #hasEnded = false;

  /** @param inLaterTurn calls back when all that is due now is over: a system closes what it has opened a turn later */
  constructor(inLaterTurn: (callback: () => void) => void) {
    this.readable = new Duplex({
      allowHalfOpen: false,
      read: () => {
        this.#isWanted = true;
        this.#wasWanted = true;
        this.#give();
      },
      destroy: (error, done) => inLaterTurn(() => done(error)),
    });
  }

  /**
   * Node waits for it: it reads until it has as much as a stream takes unasked, and closes at the end. From the start,
   * it reads without being asked.
   */
  get keepsAlive(): boolean {
    const { destroyed, closed, readableHighWaterMark } = this.readable;
    if (destroyed) return !closed;
    if (this.#hasEnded) return false;
    return this.#wasWanted ? this.#isWanted : this.#unread < readableHighWaterMark;
  }

  /** Fulfils when there is room for it. What nobody reads any more is lost. */
  write(data: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(data as Uint8Array);
    if (this.#hasEnded || this.readable.destroyed) return Promise.resolve();
    for (let at = 0; at < bytes.length; at += ROOM)
      this.#chunks.push(bytes.subarray(at, at + ROOM));
    this.#unread += bytes.length;
    this.#give();
    if (this.#unread <= ROOM) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Nobody writes any more. */
  end(): void {
    this.#hasEnded = true;
    this.#give();
  }

  #give(): void {
    while (this.#isWanted && this.#chunks.length > 0) {
      const chunk = this.#chunks.shift() as Buffer;
      this.#unread -= chunk.length;
      this.#isWanted = this.readable.push(chunk);
    }
    if (this.#unread <= ROOM) for (const goOn of this.#waiting.splice(0)) goOn();
    if (this.#hasEnded && this.#chunks.length === 0 && !this.readable.destroyed)
      this.readable.push(null);
  }
}
