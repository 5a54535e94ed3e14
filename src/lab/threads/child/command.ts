import type { Readable } from 'node:stream';

/** What the program of a child process has. */
export interface CommandLab {
  readonly args: readonly string[];
  readonly stdin: Readable;
  /** Fulfils when there is room in the pipe: 64 KiB stand there unread, and no more. */
  out(data: string | Uint8Array): Promise<void>;
  err(data: string | Uint8Array): Promise<void>;
  /** Closes both outputs, or one of them, and goes on. */
  close(which?: 'out' | 'err'): void;
  sleep(ms: number): Promise<void>;
  /** Does not die of this signal at once: `heed` says in how many ms it does; never, if it says nothing. */
  on(signal: string, heed: () => number | undefined): void;
  /** A signal comes that its owner has not sent. */
  kill(signal: string): Promise<never>;
  /**
   * Leaves a process behind that holds the pipes open for so many ms after the end of this one.
   *
   * @param write what that one does at its end, with outputs of its own
   */
  leave(ms: number, write?: (own: Pick<CommandLab, 'out' | 'err'>) => unknown): void;
}

/** Fulfils with its exit code; 0 without any. */
export type Command = (lab: CommandLab) => Promise<unknown>;

/** What processes cost, in virtual ms: as measured with Node 20 and 24, and rounded. */
export const COSTS = {
  /** From `spawn` to the first line of its program. */
  start: 60,
  /** From the signal that ends it to its end. */
  die: 1,
} as const;
