// A queue without a limit knows how many are pending, and when it is idle.
import PQueue from 'p-queue';

export class Door {
  readonly #grace: number;
  readonly #queue = new PQueue();
  readonly #controller = new AbortController();
  #closing: Promise<number> | undefined;

  constructor(grace: number) {
    if (!(grace >= 0)) throw new RangeError('No such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closing) throw new Error('the door is closed');
    return this.#queue.add(() => work(this.#controller.signal));
  }

  close(): Promise<number> {
    this.#closing ??= this.#onIdle();
    return this.#closing;
  }

  async #onIdle(): Promise<number> {
    let told = 0;
    const insist = () => {
      told = this.#queue.pending;
      this.#controller.abort(new Error('the server shuts down'));
    };
    const timer = this.#grace === Infinity ? undefined : setTimeout(insist, this.#grace);
    await this.#queue.onIdle();
    clearTimeout(timer);
    return told;
  }
}
