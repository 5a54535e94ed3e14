/** What is kept of a crawl that was stopped, so that the next one can go on with it. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../../command/usage-error.ts';
import { KEPT, placeForCopy } from '../../../course/keep.ts';
import type { Loaded } from './run/thread.ts';
import type { Judged } from './web/judge.ts';

export const FILE = `${KEPT}/crawl.json`;

export interface Kept {
  readonly seed: number;
  /** The size of the web, in pages. */
  readonly pages: number;
  /** Requests at a time. */
  readonly n: number;
  /** Least pause between two requests to a host, in ms. */
  readonly delay: number;
  readonly isReference: boolean;
  readonly loaded: readonly Loaded[];
  readonly judged: Judged;
  /** So far, in ms. */
  readonly ms: number;
  /** What `state()` returned. Its URLs are the names of hosts, which stay the same when their ports change. */
  readonly state: unknown;
}

/** @throws {UsageError} when there is something, and it cannot be read; it stays where it is */
export function readKept(root: string): Kept | undefined {
  if (!hasKept(root)) return undefined;
  const kept = parsed(readFileSync(join(root, FILE), 'utf8'));
  if (isKept(kept)) return kept;
  throw new UsageError(
    `${FILE} should have the crawl that was stopped, but cannot be read: ${kept === undefined ? 'it is no whole JSON' : 'something is missing in it'}. Nothing was changed. To start again, and keep a copy of that file:\n\n  npm run crawl -- --new`,
  );
}

/** Half of it is never there: the file is written beside its place first. */
export function writeKept(root: string, kept: Kept): void {
  const file = join(root, FILE);
  const half = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(half, JSON.stringify(kept));
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

export function hasKept(root: string): boolean {
  return existsSync(join(root, FILE));
}

/** When the crawl is over. */
export function removeKept(root: string): void {
  rmSync(join(root, FILE), { force: true });
}

/** @returns where it is now, below the root; undefined if there was none */
export function putAside(root: string): string | undefined {
  if (!hasKept(root)) return undefined;
  const copy = `${placeForCopy('crawl/')}.json`;
  mkdirSync(dirname(join(root, copy)), { recursive: true });
  renameSync(join(root, FILE), join(root, copy));
  return copy;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  const { isReference, loaded, judged, state, ...kept } = (value ?? {}) as Partial<Kept>;
  const numbers = [kept.seed, kept.pages, kept.n, kept.delay, kept.ms, judged?.requests];
  return (
    numbers.every(Number.isFinite) &&
    typeof isReference === 'boolean' &&
    typeof judged?.complaints === 'object' &&
    Array.isArray(loaded) &&
    loaded.every((it) => typeof it?.url === 'string' && typeof it.outcome === 'string') &&
    state !== undefined
  );
}
