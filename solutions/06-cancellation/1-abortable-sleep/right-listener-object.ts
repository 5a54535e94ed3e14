// A class whose object is the listener: `handleEvent` is called with it as `this`.
class Wait {
  readonly over: Promise<void>;
  readonly #signal: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  #resolve = () => {};
  #reject: (reason: unknown) => void = () => {};

  constructor(ms: number, signal?: AbortSignal) {
    this.over = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#signal = signal;
    this.#timer = setTimeout(() => this.#end(this.#resolve), ms);
    signal?.addEventListener('abort', this);
  }

  handleEvent() {
    this.#end(() => this.#reject(this.#signal?.reason));
  }

  #end(settle: () => void) {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this);
    settle();
  }
}

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Wait(ms, signal).over;
}
