import { test as base, inject, type TestContext } from 'vitest';
import { setCurrentTest, type TestRecord } from './current-test.ts';
import { virtualiseTime } from './globals.ts';
import { leavesNothing } from './law-left.ts';
import { pictureOf, picturesOf } from './picture.ts';
import { drawSvg } from './picture-svg.ts';
import { drawText } from './picture-text.ts';
import { tell } from './tell.ts';
import type { Trace } from './trace.ts';

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
  interface ProvidedContext {
    pictures: boolean;
  }
}

virtualiseTime();

/** vitest's own `test`; every run that it observes is also held to leave nothing behind. */
export const test = base.extend<{ record: TestRecord }>({
  record: [
    async ({ task, annotate }, use) => {
      const record: TestRecord = {
        observed: [],
        keep: async (trace, mayLeave) => {
          record.observed.push({ trace, mayLeave });
          if (record.observed.length === 1) await showPicture(trace, task, annotate);
        },
      };
      setCurrentTest(record);
      await use(record);
      setCurrentTest(undefined);
      const errors = task.result?.errors ?? [];
      for (const error of errors) error.stack = withoutOurFrames(error.stack);
      if (errors.length === 0) holdToLeaveNothing(record, task);
    },
    { auto: true },
  ],
});

type Task = TestContext['task'];

async function showPicture(trace: Trace, task: Task, annotate: TestContext['annotate']) {
  // The lessons' timelines are held against it; nobody else needs it.
  if (process.env.LEARN_ASYNC_PROOF) {
    task.meta.lab = { picture: drawText([['', pictureOf(trace)]]) };
  }
  const pictures = inject('pictures') ? picturesOf(trace) : [];
  if (pictures.length === 0) return;
  // Shown by the page of @vitest/ui. Once a test has failed it takes no annotation any more.
  const body = drawSvg(pictures);
  await annotate('timeline', { contentType: 'image/svg+xml', body, bodyEncoding: 'utf-8' });
}

function holdToLeaveNothing({ observed }: TestRecord, task: Task): void {
  for (const { trace, mayLeave } of observed) {
    const breach = leavesNothing(trace, mayLeave);
    if (!breach) continue;
    task.meta.lab = { ...task.meta.lab, looseEndsOnly: true };
    throw new Error(tell(trace, breach));
  }
}

/** Neither vitest's frames nor the lab's help anybody, and vitest would read the file of each. */
function withoutOurFrames(stack: string | undefined): string {
  const lines = stack?.split('\n') ?? [];
  return lines
    .filter((line) => !/^\s+at .*([\\/]node_modules[\\/]|[\\/]src[\\/]lab[\\/])/.test(line))
    .join('\n');
}
