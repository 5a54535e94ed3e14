import { test as base, inject, type TestContext } from 'vitest';
import { keepNextTick, keepProcess } from './guard/process-ends.ts';
import { beginFile, beginTest, endTest } from './guard/watchdog.ts';
import { enterWorld, leaveWorld, putBackWorld, rememberWorld } from './guard/world.ts';
import type { Breach } from './laws/breach.ts';
import { leavesNothing } from './laws/left.ts';
import { tell } from './laws/tell.ts';
import { chromeTrace, type TraceEvent } from './picture/chrome-trace.ts';
import { allPicturesOf, pictureOf, type Titled } from './picture/picture.ts';
import { drawSvg } from './picture/svg.ts';
import { drawText } from './picture/text.ts';
import { setCurrentTest, type TestRecord } from './run/current-test.ts';
import { asLeft } from './run/loose-ends.ts';
import { virtualiseTime } from './time/globals.ts';
import type { Trace } from './trace/trace.ts';

/** What the tools learn about a test beside its result, as far as they ask for it in the environment. */
export interface LabMeta {
  /** The test's own assertions held; what failed it is what the run left behind. */
  looseEndsOnly?: boolean;
  /** The timeline of its first run, as text: in a proof, of the first test of its file that observed one. */
  picture?: string;
  /** The run to look at: the one that broke a law, else the first. */
  run?: { readonly pictures: readonly Titled[]; readonly events: readonly TraceEvent[] };
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
keepProcess();
keepNextTick();
rememberWorld();

/** vitest's own `test`; every run that it observes is also held to leave nothing behind. */
export const test = base.extend<{ record: TestRecord; world: undefined }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what is needed first.
    async ({}, use) => {
      beginFile();
      keepProcess();
      enterWorld();
      await use(undefined);
      leaveWorld();
    },
    { auto: true, scope: 'file' },
  ],
  record: [
    async ({ task, annotate }, use) => {
      let blamed: Trace | undefined;
      let shown: Promise<void> | undefined;
      const record: TestRecord = {
        observed: [],
        keep: async (trace, mayLeave) => {
          record.observed.push({ trace, mayLeave });
          if (record.observed.length === 1) {
            await showFirst(trace, task, annotate);
          } else if (leavesNothing(trace, mayLeave)) record.blame(trace);
        },
        blame: (trace) => {
          blamed ??= trace;
          if (trace === record.observed[0]?.trace) return;
          shown ??= showOnPage(trace, 'the run that failed', annotate);
        },
      };
      setCurrentTest(record);
      beginTest(task.file.tasks.indexOf(task));
      await use(record);
      setCurrentTest(undefined);
      endTest();
      await shown;
      const changed = putBackWorld();
      const errors = task.result?.errors ?? [];
      for (const error of errors) error.stack = withoutOurFrames(error.stack);
      const left = errors.length === 0 ? whatIsLeft(record, changed) : undefined;
      const isKept = errors.length === 0 && !left;
      carryRun(blamed ?? left?.trace ?? record.observed[0]?.trace, task, isKept);
      if (left) failForLooseEnds(left, task);
    },
    { auto: true },
  ],
});

type Task = TestContext['task'];
type Annotate = TestContext['annotate'];

/** The file whose timeline was drawn last. */
let drawn: Task['file'] | undefined;

async function showFirst(trace: Trace, task: Task, annotate: Annotate): Promise<void> {
  // A comparison wants them all; a proof holds the lessons' timelines against the first of a file.
  const { LEARN_ASYNC_PICTURES: wanted, LEARN_ASYNC_PROOF: proof } = process.env;
  if (wanted === 'all' || (proof && drawn !== task.file)) {
    drawn = task.file;
    task.meta.lab = { picture: drawText([['', pictureOf(trace)]]) };
  }
  await showOnPage(trace, 'what ran when', annotate);
}

/** The page of @vitest/ui. Once a test has failed, vitest takes no annotation any more. */
async function showOnPage(trace: Trace, what: string, annotate: Annotate): Promise<void> {
  const pictures = inject('pictures') ? allPicturesOf(trace) : [];
  if (pictures.length === 0) return;
  const body = drawSvg(pictures);
  await annotate(what, 'timeline', {
    contentType: 'image/svg+xml',
    body,
    bodyEncoding: 'utf-8',
  });
}

/** For `npm run trace`. */
function carryRun(run: Trace | undefined, task: Task, isKept: boolean): void {
  if (!run || !process.env.LEARN_ASYNC_TRACE) return;
  const events = chromeTrace(run, `${isKept ? '✓' : '✗'} ${task.name}`);
  task.meta.lab = { ...task.meta.lab, run: { pictures: allPicturesOf(run), events } };
}

interface Left {
  readonly trace: Trace;
  readonly breach: Breach;
}

/** @param changed what was found out only at the end of the test; its last run is told of it */
function whatIsLeft({ observed }: TestRecord, changed: readonly string[]): Left | undefined {
  for (const [i, { trace, mayLeave }] of observed.entries()) {
    const isLast = i === observed.length - 1;
    const whole = isLast ? { ...trace, left: [...trace.left, ...asLeft(changed)] } : trace;
    const breach = leavesNothing(whole, mayLeave);
    if (breach) return { trace, breach };
  }
  return undefined;
}

function failForLooseEnds({ trace, breach }: Left, task: Task): never {
  if (process.env.LEARN_ASYNC_PROOF) task.meta.lab = { ...task.meta.lab, looseEndsOnly: true };
  const error = new Error(tell(trace, breach));
  // It was made here, and not where something was left.
  error.stack = '';
  throw error;
}

/** Neither vitest's frames nor the lab's help anybody, and vitest would read the file of each. */
function withoutOurFrames(stack: string | undefined): string {
  // Who proves reads no stack at all, and vitest would look up every frame of thousands of them.
  if (process.env.LEARN_ASYNC_PROOF) return '';
  const lines = stack?.split('\n') ?? [];
  return lines
    .filter((line) => !/^\s+at .*([\\/]node_modules[\\/]|[\\/]src[\\/]lab[\\/])/.test(line))
    .join('\n');
}
