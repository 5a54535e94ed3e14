// An emitter says when the last one has left. Each work has a timer of its own, set by the close.
import { EventEmitter, once } from 'node:events';

export class Door extends EventEmitter {
  readonly #grace: number;
  readonly #inside = new Map<number, AbortController>();
  #next = 0;
  #closing: Promise<number> | undefined;

  constructor(grace: number) {
    super();
    if (!(grace >= 0)) throw new RangeError('No such grace');
    this.#grace = grace;
  }

  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#closing) throw new Error('the door is closed');
    const ticket = this.#next++;
    const controller = new AbortController();
    this.#inside.set(ticket, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#inside.delete(ticket);
      this.emit('left', ticket);
    }
  }

  close(): Promise<number> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<number> {
    let told = 0;
    const timers = new Map<number, NodeJS.Timeout>();
    for (const [ticket, controller] of this.#grace < Infinity ? this.#inside : []) {
      const insist = () => {
        told++;
        controller.abort();
      };
      timers.set(ticket, setTimeout(insist, this.#grace));
    }
    this.on('left', (ticket) => clearTimeout(timers.get(ticket)));
    while (this.#inside.size > 0) await once(this, 'left');
    return told;
  }
}
