import { test as base } from 'vitest';
import { setCurrentTest, type TestRecord } from './current-test.ts';
import { virtualiseTime } from './globals.ts';
import { leavesNothing } from './law-outcome.ts';
import { pictureOf } from './picture.ts';
import { drawText } from './picture-text.ts';
import { tell } from './tell.ts';

/** What the tools learn about a test beside its result. */
export interface LabMeta {
  /** The test's own assertions held; what failed it is what the run left behind. */
  looseEndsOnly?: boolean;
  /** The timeline of the first run that it observed, as text. */
  picture?: string;
}

declare module 'vitest' {
  interface TaskMeta {
    lab?: LabMeta;
  }
}

virtualiseTime();

/** vitest's own `test`; every run that it observes is also held to leave nothing behind. */
export const test = base.extend<{ record: TestRecord }>({
  record: [
    async ({ task }, use) => {
      const record: TestRecord = { observed: [] };
      setCurrentTest(record);
      await use(record);
      setCurrentTest(undefined);
      const first = record.observed[0];
      if (first) task.meta.lab = { picture: drawText([['', pictureOf(first.trace)]]) };
      if (task.result?.errors?.length) return;
      for (const { trace, mayLeave } of record.observed) {
        const breach = leavesNothing(trace, mayLeave);
        if (!breach) continue;
        task.meta.lab = { ...task.meta.lab, looseEndsOnly: true };
        throw new Error(tell(trace, breach));
      }
    },
    { auto: true },
  ],
});
