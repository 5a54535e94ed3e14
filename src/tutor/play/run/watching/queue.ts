/** Which code stands in which queue: what V8 knows and does not tell, from what can be seen of it. */
import { createHook } from 'node:async_hooks';
import { inspect } from 'node:util';

/** Code that goes on when a promise is settled. */
interface Waiting {
  readonly label: string;
  /** Orders what is ready: the count of all that has happened, when it became so. */
  since: number;
}

interface Standing extends Waiting {
  readonly key: object;
  readonly promise: Promise<unknown>;
}

/** Longer, it is no queue that anybody reads. */
const MOST = 12;

export class MicrotaskQueue {
  readonly #ready = new Map<object, Waiting>();
  readonly #standing = new Map<number, Standing[]>();
  /** Of the promises at which code stands, those to which something has happened. */
  readonly #touched = new Map<number, number>();
  readonly #ids = new WeakMap<object, number>();
  #count = 0;
  readonly #hook = createHook({
    init: (id, type, _trigger, resource) => {
      if (type === 'PROMISE') this.#ids.set(resource, id);
    },
    // To be resolved with a promise is not yet to be settled.
    promiseResolve: (id) => {
      if (this.#standing.has(id)) this.#touched.set(id, ++this.#count);
    },
  });

  watch(): void {
    this.#hook.enable();
  }

  unwatch(): void {
    this.#hook.disable();
  }

  /** @param value a promise that is to settle first; with anything else, it is ready */
  add(key: object, label: string, value: unknown): void {
    const since = ++this.#count;
    const id = isNativePromise(value) && isPending(value) ? this.#ids.get(value) : undefined;
    if (id === undefined) {
      this.#ready.set(key, { label, since });
      return;
    }
    const promise = value as Promise<unknown>;
    const all = this.#standing.get(id) ?? [];
    all.push({ key, label, since, promise });
    this.#standing.set(id, all);
  }

  remove(key: object): void {
    this.#look();
    this.#ready.delete(key);
  }

  /** Those whose turn it is to run, the first one first. */
  labels(): string[] {
    this.#look();
    // One that became ready later stands behind; Map keeps the order of those that did together.
    const all = [...this.#ready.values()].sort((a, b) => a.since - b.since);
    const labels = all.slice(0, MOST).map(({ label }) => label);
    if (all.length > MOST) labels.push(`and ${all.length - MOST} more`);
    return labels;
  }

  #look(): void {
    for (const [id, since] of this.#touched) {
      const all = this.#standing.get(id) ?? [];
      if (all[0] && isPending(all[0].promise)) continue;
      for (const { key, label } of all) this.#ready.set(key, { label, since });
      this.#standing.delete(id);
      this.#touched.delete(id);
    }
  }
}

/** One that nobody has made otherwise: to attach a handler to it runs no code of anybody's. */
export function isNativePromise(value: unknown): value is Promise<unknown> {
  return (
    value instanceof Promise &&
    Object.getPrototypeOf(value) === Promise.prototype &&
    !Object.hasOwn(value, 'constructor')
  );
}

/** No function tells it, but the words by which Node shows one do. What async_hooks keeps in it is shown, too. */
function isPending(promise: Promise<unknown>): boolean {
  const shown = inspect(promise, { depth: 0, customInspect: false, showProxy: true });
  return /^Promise \{\s*<pending>/.test(shown);
}
