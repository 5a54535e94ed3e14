import { EventEmitter } from 'node:events';
import { native } from '../node/native.ts';
import { type Core, come, copyFor, type Port, send } from './core.ts';
import { costOfCopy } from './costs.ts';

type HandedOver = readonly (ArrayBuffer | VirtualPort)[];

type Transfer = HandedOver | { readonly transfer?: HandedOver };

type MessageHandler =
  | ((event: { data: unknown }) => unknown)
  | { handleEvent(event: { data: unknown }): unknown };

interface Message {
  readonly value: unknown;
  /** Of a copy for the receiver, in ms. */
  readonly cost: number;
}

/** One end of the line between two threads, with what people use of Node's `MessagePort`. */
export class VirtualPort extends EventEmitter implements Port {
  readonly #core: Core;
  readonly #unread: Message[] = [];
  readonly #handlers = new Map<unknown, (message: unknown) => void>();
  #other: VirtualPort | undefined;
  #onmessage: ((event: { data: unknown }) => unknown) | undefined;
  #moved: VirtualPort | undefined;
  #isClosed = false;
  #isRefed = true;

  constructor(core: Core) {
    super();
    this.#core = core;
    core.ports.add(this);
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

  /** Nobody has closed it, or its other end, or handed it over. */
  get isOpen(): boolean {
    return !this.#isClosed && (this.#other === undefined || !this.#other.#isClosed);
  }

  /** @throws {DOMException} for what cannot be copied */
  postMessage(message: unknown, transfer: Transfer = []): void {
    const other = this.#other;
    const handedOver: HandedOver = Array.isArray(transfer)
      ? transfer
      : ((transfer as { transfer?: HandedOver }).transfer ?? []);
    const cost = costOfCopy(message, handedOver);
    const value = copyOf(message, handedOver, other ? other.#core : this.#core);
    if (this.#isClosed || this.#core.isOver || !other) return;
    copyFor(this.#core, cost);
    send(this.#core, other.#core, () => other.#take({ value, cost }));
  }

  /** A message has come, to a port that may have been handed over meanwhile. */
  #take(message: Message): void {
    const moved = this.#moved;
    if (moved) {
      come(moved.#core, this.#core.clock.now, () => moved.#take(message));
      return;
    }
    this.#unread.push(message);
    this.#read();
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

  /** Both ends hear of it; the other one after the messages that were sent before. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    send(this.#core, this.#core, () => this.emit('close'));
    const other = this.#other;
    if (other) send(this.#core, other.#core, () => other.#closed());
  }

  #closed(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.emit('close');
  }

  /** Another thread has it from here on, with what nobody has read yet; this one is of no use any more. */
  handOver(to: Core): VirtualPort {
    const moved = new VirtualPort(to);
    moved.#unread.push(...this.#unread);
    if (this.#other) VirtualPort.join(moved, this.#other);
    this.#isClosed = true;
    this.#moved = moved;
    return moved;
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

/**
 * What is sent: a copy, in which ports and buffers that are handed over are no copies.
 *
 * @throws {DOMException} for what cannot be copied
 */
export function copyOf(message: unknown, handedOver: HandedOver, to: Core): unknown {
  const ports = handedOver.filter((item) => item instanceof VirtualPort);
  const transfer = handedOver.filter((item) => !(item instanceof VirtualPort));
  const numbers = new Map(ports.map((port, i) => [port, i]));
  // A clone knows nothing of our ports: numbers go in their places.
  const places: Int8Array[] = ports.map(() => new Int8Array());
  const hidden = swap(message, (value) => {
    if (!(value instanceof VirtualPort)) return undefined;
    const number = numbers.get(value);
    if (number !== undefined) return places[number];
    throw notListed();
  });
  const marker = structuredClone({ hidden, places }, { transfer: transfer as ArrayBuffer[] });
  const moved = ports.map((port) => port.handOver(to));
  return ports.length === 0
    ? marker.hidden
    : swap(marker.hidden, (value) => moved[marker.places.indexOf(value as Int8Array)]);
}

/** As each Node says it, in the words of this one. */
function notListed(): unknown {
  const { port1 } = new native.MessageChannel();
  try {
    return structuredClone(port1);
  } catch (error) {
    return error;
  } finally {
    native.closePort.call(port1);
  }
}

/**
 * The same value with others in the places of some, as deep as there are plain objects and lists.
 *
 * @param known what stands in the place of which: an object that is there twice is still one
 */
function swap(
  value: unknown,
  other: (value: unknown) => unknown,
  known = new Map<unknown, unknown>(),
): unknown {
  const swapped = other(value) ?? known.get(value);
  if (swapped !== undefined) return swapped;
  if (typeof value !== 'object' || value === null) return value;
  const isList = Array.isArray(value);
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy = isList ? [...value] : {};
  known.set(value, copy);
  for (const [key, item] of Object.entries(value))
    Object.defineProperty(copy, key, {
      ...{ value: swap(item, other, known) },
      ...{ writable: true, enumerable: true, configurable: true },
    });
  return copy;
}
