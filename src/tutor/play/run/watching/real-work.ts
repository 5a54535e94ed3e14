import { createHook } from 'node:async_hooks';

/** What Node calls what is done outside of the thread, and what a learner does. */
const KINDS: readonly (readonly [type: RegExp, what: string])[] = [
  [/^FSREQ/, 'a file'],
  [/^(GETADDRINFO|GETNAMEINFO|QUERY|TCPCONNECT)/, 'the network'],
  [/REQUEST$/, 'a computation of node:crypto'],
  [/^(ZLIB|BROTLI|ZSTD)/i, 'a computation of node:zlib'],
  [/^WORKER$/, 'a worker thread'],
];

/** Requests that are under way outside of virtual time: from Node 26 on, Node does not list all of them. */
export class RealWork {
  readonly #pending = new Map<number, string>();
  readonly #hook = createHook({
    init: (id, type) => {
      const what = KINDS.find(([known]) => known.test(type))?.[1];
      if (what) this.#pending.set(id, what);
    },
    before: (id) => {
      this.#pending.delete(id);
    },
  });

  watch(): void {
    this.#hook.enable();
  }

  /** `a file`, `the network`. */
  kinds(): string[] {
    return [...new Set(this.#pending.values())];
  }
}
