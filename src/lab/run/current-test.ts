import type { LooseEnd, Trace } from '../trace/trace.ts';

/** What the lab remembers about the test under way. */
export interface TestRecord {
  readonly observed: { trace: Trace; mayLeave: LooseEnd['kind'][] }[];
  /** Adds a run; the first one is drawn. */
  keep(trace: Trace, mayLeave: LooseEnd['kind'][]): Promise<void>;
  /** Told of the run that breaks a law: that one is to be looked at. */
  blame(trace: Trace): void;
}

/** Kept where every copy of this module finds it: the tools have one of their own. */
const KEY = Symbol.for('learn-async.test');
const store = globalThis as { [KEY]?: { record: TestRecord | undefined } };
store[KEY] ??= { record: undefined };
const known = store[KEY];

export function currentTest(): TestRecord | undefined {
  return known.record;
}

export function setCurrentTest(next: TestRecord | undefined): void {
  known.record = next;
}
