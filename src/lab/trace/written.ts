import { inspect, stripVTControlCharacters, types } from 'node:util';

/** As many items of a list, a set or an object as anybody reads of them. */
const WIDEST = 21;

/** Levels that are shown of what is within something else. */
const DEEPEST = 5;

/** Items that are looked at in all, at whatever level. */
const MOST = 300;

/** Errors within errors within errors. */
const MOST_CAUSES = 3;

/** Characters of a text that is shown whole. */
const LONGEST_TEXT = 600;

/** What is shown as these words, and not as a text in quotes. */
const asWords = (words: string) => ({ [inspect.custom]: () => words });

/** An Error also when it hides behind a Proxy; asking some Proxies throws. */
export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}

/** Some Proxies throw when they are asked what they are. */
export function isEvent(value: unknown): value is Event {
  try {
    return value instanceof Event;
  } catch {
    return false;
  }
}

/** What an error has under that name, as text: some have no text there, and some throw when they are asked. */
export function textIn(error: Error, key: 'name' | 'message'): string {
  try {
    const text: unknown = error[key];
    if (typeof text !== 'string') return inspect(written(text), { breakLength: Infinity });
    const plain = withoutControls(text.slice(0, LONGEST_TEXT));
    return text.length > LONGEST_TEXT ? `${plain}…` : plain;
  } catch {
    return `(it throws when its ${key} is read)`;
  }
}

/** Text that moves no cursor, paints nothing and rings no bell, wherever it comes from. */
export function withoutControls(text: string): string {
  return stripVTControlCharacters(text.replaceAll('\x07', ''))
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

/**
 * A value made of plain parts, to be shown: errors have become words, as one would write them
 * (`TypeError('no bread')`), promises have lost their innards, what is huge was cut short, and no
 * getter was called.
 */
export function written(value: unknown): unknown {
  return new Writer(0).write(value, 0);
}

class Writer {
  readonly #copies = new Map<unknown, unknown>();
  readonly #causes: number;
  #left = MOST;

  constructor(causes: number) {
    this.#causes = causes;
  }

  write(value: unknown, depth: number): unknown {
    if (this.#left-- <= 0) return asWords('…');
    if (isError(value)) return asWords(this.#writeError(value));
    if (types.isProxy(value)) return asWords('Proxy {…}');
    // It also holds the real time.
    if (isEvent(value)) return asWords(`Event('${value.type}')`);
    if (types.isPromise(value)) return asWords('Promise {…}');
    if (typeof value !== 'object' || value === null || depth >= DEEPEST) return value;
    const inside = (item: unknown) => this.write(item, depth + 1);
    if (Array.isArray(value)) return this.#writeList(value, inside);
    if (types.isSet(value)) return this.#writeSet(value, inside);
    return Object.getPrototypeOf(value) === Object.prototype
      ? this.#writeObject(value, inside)
      : value;
  }

  /** What is within itself is found again, and not written forever. */
  #copyOf<T>(value: unknown, make: () => T, fill: (copy: T) => void): T {
    const known = this.#copies.get(value);
    if (known) return known as T;
    const copy = make();
    this.#copies.set(value, copy);
    fill(copy);
    return copy;
  }

  #writeList(list: unknown[], inside: (item: unknown) => unknown): unknown {
    return this.#copyOf<unknown[]>(
      list,
      () => [],
      (copy) => {
        for (let i = 0; i < Math.min(list.length, WIDEST); i++)
          if (Object.hasOwn(list, i)) copy[i] = inside(itemAt(list, i));
        // How many there are in all is said of the rest.
        copy.length = list.length;
      },
    );
  }

  #writeSet(set: Set<unknown>, inside: (item: unknown) => unknown): unknown {
    if (set.size > MOST) return asWords(`Set(${set.size}) {…}`);
    return this.#copyOf(
      set,
      () => new Set(),
      (copy) => {
        for (const item of set) copy.add(inside(item));
      },
    );
  }

  #writeObject(object: object, inside: (item: unknown) => unknown): unknown {
    return this.#copyOf<object>(
      object,
      () => ({}),
      (copy) => {
        for (const key of Object.keys(object).slice(0, 2 * WIDEST)) {
          const descriptor = Object.getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
          const value = 'value' in descriptor ? inside(descriptor.value) : asWords('[Getter]');
          Object.defineProperty(copy, key, { value, enumerable: true });
        }
      },
    );
  }

  #writeError(error: Error): string {
    if (this.#causes >= MOST_CAUSES) return '…';
    const show = (value: unknown) =>
      inspect(new Writer(this.#causes + 1).write(value, 1), { breakLength: Infinity });
    try {
      const parts = [show(textIn(error, 'message'))];
      if (error instanceof AggregateError) parts.unshift(show(error.errors));
      // What tells an AbortError from a TimeoutError.
      if (error instanceof DOMException) parts.push(show(textIn(error, 'name')));
      if (Object.hasOwn(error, 'cause')) parts.push(`{ cause: ${show(error.cause)} }`);
      return `${ownNameOf(error) ?? (error.constructor.name || error.name)}(${parts.join(', ')})`;
    } catch {
      return 'Error(…)';
    }
  }
}

/** The name that was given to this very error: code may tell an AbortError by that, and not by its class. */
function ownNameOf(error: Error): string | undefined {
  const name: unknown = Object.getOwnPropertyDescriptor(error, 'name')?.value;
  return typeof name === 'string' && /^\w+$/.test(name) ? name : undefined;
}

/** An item of a list; what it would take a call to know is not asked for. */
function itemAt(list: unknown[], i: number): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(list, i) as PropertyDescriptor;
  return 'value' in descriptor ? descriptor.value : asWords('[Getter]');
}
