import { EventEmitter } from 'node:events';
import { type Core, come, copyFor, send } from './core.ts';
import { costOfCopy } from './costs.ts';

type Transfer = readonly ArrayBuffer[] | { readonly transfer?: readonly ArrayBuffer[] };

type MessageHandler =
  | ((event: { data: unknown }) => unknown)
  | { handleEvent(event: { data: unknown }): unknown };

/** One end of the line between two threads, with what people use of Node's `MessagePort`. */
export class VirtualPort extends EventEmitter {
  readonly #core: Core;
  readonly #unread: { value: unknown; cost: number }[] = [];
  readonly #handlers = new Map<unknown, (message: unknown) => void>();
  #other: VirtualPort | undefined;
  #onmessage: ((event: { data: unknown }) => unknown) | undefined;
  #isClosed = false;
  #isRefed = true;

  constructor(core: Core) {
    super();
    this.#core = core;
    this.on('newListener', (event) => {
      if (event === 'message') this.#readSoon();
    });
  }

  static join(one: VirtualPort, other: VirtualPort): void {
    one.#other = other;
    other.#other = one;
  }

  /** It keeps its thread alive. */
  get isHeeded(): boolean {
    return !this.#isClosed && this.#isRefed && this.listenerCount('message') > 0;
  }

  /** @throws {DOMException} for what cannot be copied */
  postMessage(message: unknown, transfer: Transfer = []): void {
    const other = this.#other;
    const handedOver = Array.isArray(transfer)
      ? transfer
      : ((transfer as { transfer?: readonly ArrayBuffer[] }).transfer ?? []);
    const cost = costOfCopy(message, handedOver);
    const value = structuredClone(message, { transfer: [...handedOver] });
    if (this.#isClosed || this.#core.isOver || !other) return;
    copyFor(this.#core, cost);
    send(this.#core, other.#core, () => {
      other.#unread.push({ value, cost });
      other.#read();
    });
  }

  addEventListener(type: string, handler: MessageHandler): void {
    const listener = (data: unknown) =>
      typeof handler === 'function' ? handler({ data }) : handler.handleEvent({ data });
    if (type !== 'message' || this.#handlers.has(handler)) return;
    this.#handlers.set(handler, listener);
    this.on('message', listener);
  }

  removeEventListener(type: string, handler: MessageHandler): void {
    const listener = type === 'message' ? this.#handlers.get(handler) : undefined;
    if (!listener) return;
    this.#handlers.delete(handler);
    this.off('message', listener);
  }

  set onmessage(handler: ((event: { data: unknown }) => unknown) | null) {
    if (this.#onmessage) this.removeEventListener('message', this.#onmessage);
    this.#onmessage = handler ?? undefined;
    if (handler) this.addEventListener('message', handler);
  }

  close(): void {
    this.#isClosed = true;
  }

  ref(): void {
    this.#isRefed = true;
  }

  unref(): void {
    this.#isRefed = false;
  }

  start(): void {}

  #readSoon(): void {
    if (this.#unread.length > 0) come(this.#core, this.#core.clock.now, () => this.#read());
  }

  #read(): void {
    if (this.#isClosed || this.listenerCount('message') === 0) return;
    const message = this.#unread.shift();
    if (!message) return;
    this.#readSoon();
    copyFor(this.#core, message.cost);
    this.emit('message', message.value);
  }
}
