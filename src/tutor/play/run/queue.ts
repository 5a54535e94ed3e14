/** Which code stands in which queue: what V8 knows and does not tell, from what can be seen of it. */
import { createHook } from 'node:async_hooks';
import { inspect } from 'node:util';

/** Somebody who goes on when a promise is settled. */
interface Waiting {
  readonly label: string;
  readonly promise: Promise<unknown> | undefined;
  /** Orders those that became ready: the count of settlements when it did, as far as that is known. */
  since: number;
  readonly id: number;
  isReady: boolean;
}

export class MicrotaskQueue {
  readonly #waiting = new Map<object, Waiting>();
  readonly #ids = new WeakMap<object, number>();
  /** When each promise was last resolved, in the count of all resolutions. */
  readonly #resolved = new Map<number, number>();
  #count = 0;
  #lastId = 0;
  readonly #hook = createHook({
    init: (id, type, _trigger, resource) => {
      if (type === 'PROMISE') this.#ids.set(resource, id);
    },
    promiseResolve: (id) => {
      this.#resolved.set(id, ++this.#count);
    },
  });

  watch(): void {
    this.#hook.enable();
  }

  unwatch(): void {
    this.#hook.disable();
  }

  /** @param value undefined, or a promise that is to settle first */
  add(key: object, label: string, value: unknown): void {
    const promise = isNativePromise(value) ? value : undefined;
    const isReady = promise === undefined || !isPending(promise);
    this.#waiting.set(key, {
      label,
      promise,
      since: ++this.#count,
      id: ++this.#lastId,
      isReady,
    });
  }

  remove(key: object): void {
    this.#waiting.delete(key);
  }

  /** Those whose turn it is to run, the first one first. */
  labels(): string[] {
    return [...this.#waiting.values()]
      .filter((waiting) => this.#isReady(waiting))
      .sort((a, b) => a.since - b.since || a.id - b.id)
      .map(({ label }) => label);
  }

  #isReady(waiting: Waiting): boolean {
    const { promise } = waiting;
    if (waiting.isReady || !promise) return true;
    if (isPending(promise)) return false;
    waiting.isReady = true;
    waiting.since = this.#resolved.get(this.#ids.get(promise) ?? 0) ?? waiting.since;
    return true;
  }
}

/** One that nobody has made otherwise: to listen to it runs no code of anybody's. */
export function isNativePromise(value: unknown): value is Promise<unknown> {
  return (
    value instanceof Promise &&
    Object.getPrototypeOf(value) === Promise.prototype &&
    !Object.hasOwn(value, 'constructor')
  );
}

/** No function tells it, but the words by which Node shows one do. */
function isPending(promise: Promise<unknown>): boolean {
  return inspect(promise, { depth: 0, customInspect: false, showProxy: true }).startsWith(
    'Promise { <pending>',
  );
}
