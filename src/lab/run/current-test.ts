import type { Told } from '../laws/tell.ts';
import { once } from '../node/once.ts';
import type { LooseEnd, Trace } from '../trace/trace.ts';

/** What the lab remembers about the test under way. */
export interface TestRecord {
  readonly observed: { trace: Trace; mayLeave: LooseEnd['kind'][] }[];
  /** Adds a run; the first one is drawn. */
  keep(trace: Trace, mayLeave: LooseEnd['kind'][]): Promise<void>;
  /** A run has broken a law; `text` is what the test will fail with. */
  blame(trace: Trace, told: Told, text: string): void;
}

const known = once('test', (): { record: TestRecord | undefined } => ({ record: undefined }));

export function currentTest(): TestRecord | undefined {
  return known.record;
}

export function setCurrentTest(next: TestRecord | undefined): void {
  known.record = next;
}
