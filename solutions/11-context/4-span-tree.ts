import { AsyncLocalStorage } from 'node:async_hooks';

/** What one call did. Times are in ms, of `performance.now()`. */
export interface Span {
  readonly name: string;
  readonly start: number;
  /** null until it has ended. */
  end: number | null;
  /** Whether it has ended with a failure. */
  failed: boolean;
  readonly children: Span[];
}

/**
 * Notes which call ran within which, and when. No function gets a span passed: the context knows it.
 *
 * - `span` makes a span of the call of `f`: a child of the span in whose `f` it is called. That holds after each `await`,
 *   and in all functions that `f` calls. If it is called in none, it is one of the `roots`.
 * - Calls `f` once, in the call of `span`, without arguments. Fulfils with its value in the millisecond in which its promise
 *   does. The span starts with the call and ends with that promise.
 * - Rejects as `f` does, with the same reason. Then the span has ended, and has failed. A throw in the call is a rejection.
 *   Around it, only the spans fail that reject, too. A rejection that the caller does not handle stays unhandled.
 * - After the call of `span`, the code around it is in the span in which it was, whether it awaits the promise or not.
 * - Several spans may be open at the same time. Each has its own children, in whatever order they end.
 * - `roots` and `children` are in the order in which the spans began, also where names or functions are equal.
 * - The tree can be read at any time. A span is in it from its start, and its `end` is null until it has ended.
 * - What `f` sets going belongs to its span: timers, immediates, handlers. So a span may get children when it has ended.
 * - What was set going outside of a span is no part of it, also where `f` awaits it.
 * - Any text is a name, and any number of spans may lie within each other.
 * - Each `Tracer` has its own tree. It leaves other tracers, and each AsyncLocalStorage of others, as they are.
 * - Sets no timer. (`setImmediate` counts as one.)
 */
export class Tracer {
  readonly roots: Span[] = [];
  readonly #current = new AsyncLocalStorage<Span>();

  async span<T>(name: string, f: () => Promise<T>): Promise<T> {
    const span: Span = { name, start: performance.now(), end: null, failed: false, children: [] };
    const siblings = this.#current.getStore()?.children ?? this.roots;
    siblings.push(span);
    try {
      return await this.#current.run(span, f);
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      span.end = performance.now();
    }
  }
}
