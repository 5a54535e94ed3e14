import { constants } from 'node:os';

/** Those of Node's that mean something on virtual time. */
export interface SpawnOptions {
  readonly signal?: AbortSignal;
  readonly killSignal?: string;
  readonly timeout?: number;
  readonly stdio?: unknown;
  readonly shell?: unknown;
}

export function stdioOf(stdio: unknown, i: number): unknown {
  return Array.isArray(stdio) ? stdio[i] : stdio;
}

export function isPipe(stdio: unknown, i: number): boolean {
  const own = stdioOf(stdio, i);
  return own === undefined || own === null || own === 'pipe' || own === 'overlapped';
}

/** Undefined: 0, which is no signal, and only asks whether the process is there. */
export function signalOf(signal: string | number): string | undefined {
  if (signal === 0) return undefined;
  const known = Object.entries(constants.signals);
  const found = known.find(([name, number]) => signal === number || signal === name);
  if (found) return found[0];
  throw Object.assign(new TypeError(`Unknown signal: ${signal}`), { code: 'ERR_UNKNOWN_SIGNAL' });
}
