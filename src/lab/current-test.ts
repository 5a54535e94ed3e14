import type { LooseEnd, Trace } from './trace.ts';

/** What the lab remembers about the test under way. */
export interface TestRecord {
  readonly observed: { trace: Trace; mayLeave: LooseEnd['kind'][] }[];
  /** Adds a run; the first one is drawn. */
  keep(trace: Trace, mayLeave: LooseEnd['kind'][]): Promise<void>;
  /** Told of the run that breaks a law: that one is to be looked at. */
  blame(trace: Trace): void;
}

let record: TestRecord | undefined;

export function currentTest(): TestRecord | undefined {
  return record;
}

export function setCurrentTest(next: TestRecord | undefined): void {
  record = next;
}
