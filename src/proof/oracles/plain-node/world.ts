/**
 * What a callback of an immediate or of a message takes at least, in ms. Node counts whole ms: in less than one, it is a matter of
 * chance whether a timer that is late comes before the next phase or after it.
 */
export const ENTERING = 2;

/** Where it runs. */
export interface World {
  readonly log: (line: string) => void;
  readonly burn: (ms: number) => void;
  /** Called where a callback of an immediate or of a message begins: burns that time. */
  readonly enter: () => void;
  /** Ports are made, or one is about to close. */
  readonly port: (what: 'made' | 'closing') => void;
  /** Something is due so many ms from now. */
  readonly expect: (ms: number) => void;
}
