// A counter, one signal for all, and a promise that is made with the door.
export class Door {
  readonly #grace: number;
  readonly #controller = new AbortController();
  #inside = 0;
  #told = 0;
  #isClosed = false;
  #settle: (told: number) => void = () => {};
  readonly #end = new Promise<number>((resolve) => {
    this.#settle = resolve;
  });
  #timer: NodeJS.Timeout | undefined;

  constructor(grace: number) {
    if (Number.isNaN(grace) || grace < 0) throw new RangeError('a grace is 0 ms or more');
    this.#grace = grace;
  }

  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Error('the door is closed'));
    this.#inside++;
    const leave = () => {
      this.#inside--;
      this.#look();
    };
    const ended = new Promise<T>((resolve) => resolve(work(this.#controller.signal)));
    ended.then(leave, leave);
    return ended;
  }

  close(): Promise<number> {
    if (this.#isClosed) return this.#end;
    this.#isClosed = true;
    if (Number.isFinite(this.#grace)) {
      this.#timer = setTimeout(() => {
        this.#told = this.#inside;
        this.#controller.abort();
      }, this.#grace);
    }
    this.#look();
    return this.#end;
  }

  #look(): void {
    if (!this.#isClosed || this.#inside > 0) return;
    clearTimeout(this.#timer);
    this.#settle(this.#told);
  }
}
