import type { Told } from '../laws/telling/tell.ts';
import { once } from '../node/once.ts';
import type { TitledInterleaving } from '../trace/interleaving.ts';
import type { LooseEnd, Trace } from '../trace/trace.ts';

export interface Observed {
  readonly trace: Trace;
  readonly mayLeave: readonly LooseEnd['kind'][];
}

/** What the lab remembers about the test under way. */
export interface TestRecord {
  /** Its words are read by a program. */
  readonly isProof: boolean;
  /** Its runs that are over, in the order in which they were begun. */
  readonly observed: readonly Observed[];
  /** A run begins, and what it gives takes down how it went. The first one is drawn. */
  begin(): (run: Observed) => Promise<void>;
  /** Threads have kept a law. The first of them are drawn. */
  keep(draw: () => readonly TitledInterleaving[]): void;
  /** A run has broken a law; `text` is what the test will fail with. Interleavings of threads have no trace. */
  blame(trace: Trace | undefined, told: Told, text: string): void;
}

/** One for a process: tests come one after another, and vitest tells no code which of them it belongs to. */
const known = once('test', (): { record: TestRecord | undefined } => ({ record: undefined }));

export function currentTest(): TestRecord | undefined {
  return known.record;
}

export function setCurrentTest(next: TestRecord | undefined): void {
  known.record = next;
}
