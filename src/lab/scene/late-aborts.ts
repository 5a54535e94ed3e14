import type { Moment, Span } from '../trace/trace.ts';

/** Work that has ended and whose signal may still be aborted; `toldLater` says when that happens. */
export class LateAborts {
  // Node 20 warns of eleven listeners on one signal, so all work that had it shares one.
  readonly #ended = new WeakMap<AbortSignal, { toldLater?: Moment }[]>();
  readonly #now: () => Moment;
  readonly #own: WeakSet<object>;

  /** @param own where it notes its listeners: they are no loose ends */
  constructor(now: () => Moment, own: WeakSet<object>) {
    this.#now = now;
    this.#own = own;
  }

  watch(signal: AbortSignal, span: Span): void {
    const spans = this.#ended.get(signal);
    if (spans) return void spans.push(span);
    const all: { toldLater?: Moment }[] = [span];
    this.#ended.set(signal, all);
    const note = () => {
      for (const one of all) one.toldLater = this.#now();
    };
    this.#own.add(note);
    signal.addEventListener?.('abort', note, { once: true });
  }
}
