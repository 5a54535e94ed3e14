import { test as base, expect, inject, type TestContext } from 'vitest';
import { keepProcess } from './guard/process-ends.ts';
import { beginFile, beginTest, endTest, watch } from './guard/watchdog.ts';
import { enterWorld, leaveWorld, putBackWorld } from './guard/world.ts';
import { install } from './install.ts';
import { toLeaveNothing } from './laws/left.ts';
import type { Breach } from './laws/telling/breach.ts';
import { sayOtherwiseRight } from './laws/telling/otherwise.ts';
import { layOut, type Told, told } from './laws/telling/tell.ts';
import { retireStorages } from './node/storages.ts';
import { ownCodeOf } from './own-code.ts';
import { chromeInterleavings, chromeTrace, type TraceEvent } from './picture/chrome-trace.ts';
import { allPicturesOf, type Picture, pictureOf, type Titled } from './picture/picture.ts';
import { drawSvg, drawSvgColumns } from './picture/svg.ts';
import { type Observed, setCurrentTest, type TestRecord } from './run/current-test.ts';
import { asLeft } from './run/loose-ends.ts';
import { tellPackagesApart } from './time/run-context.ts';
import type { TitledInterleaving } from './trace/interleaving.ts';
import { testsOf } from './trace/tests-of.ts';
import type { Trace } from './trace/trace.ts';
import { UNTOUCHED } from './trace/untouched.ts';

/** What the lab hands over of a test beside its result. */
export interface LabMeta {
  /** What broke a law, for the page that lays it out; not in a proof. */
  failure?: Told;
  /** In a proof: the test's own assertions held; what failed it is what the run left behind. */
  looseEndsOnly?: boolean;
  /** Why it was skipped, where it needs what is not here. */
  cannotRun?: string;
  /** It failed for no reason of its own: it waits for the other tests to pass. */
  comesLater?: boolean;
  /** The timeline of its first run. */
  picture?: Picture;
  /** The run to look at: the one that broke a law, else the first. */
  run?: {
    readonly pictures: readonly Titled[];
    readonly interleavings?: readonly TitledInterleaving[] | undefined;
    readonly events: readonly TraceEvent[];
  };
  /** Of threads: the interleaving that broke a law, else what there is to see of the first scene. */
  interleavings?: readonly TitledInterleaving[];
}

/** What the program that starts the tests wants of the lab. */
export interface Wanted {
  /** Timelines on the page of @vitest/ui. */
  readonly page?: boolean;
  /** Timelines of all tests, or of the first of each file that observes a run. */
  readonly pictures?: 'all' | 'first';
  /** For `npm run trace`: the run to look at. */
  readonly runs?: boolean;
  /** Messages alone count: no stacks, and nothing to be laid out. */
  readonly isProof?: boolean;
  /** The files are the project's own tests: nobody's answers, and some of them keep the thread for seconds. */
  readonly areOurs?: boolean;
  /** Another worker goes on with the rest when this one ends. */
  readonly isReplaced?: boolean;
}

declare module 'vitest' {
  interface TaskMeta {
    lab?: LabMeta;
  }
  interface ProvidedContext {
    lab?: Wanted;
  }
}

const wanted: Wanted = inject('lab') ?? {};

install();
if (!wanted.areOurs) watch();

/** What the tests of a file have in common. */
interface FileRecord {
  /** One of its runs is drawn already. */
  isDrawn: boolean;
}

/** vitest's own `test`; every run that it observes is also held to leave nothing behind. */
export const test = base.extend<{ record: TestRecord; file: FileRecord }>({
  file: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what is needed first.
    async ({}, use) => {
      beginFile(wanted.isReplaced);
      keepProcess();
      const { text, hasPackages } = ownCodeOf(expect.getState().testPath as string);
      enterWorld(hasPackages ? text : undefined);
      tellPackagesApart(hasPackages);
      await use({ isDrawn: false });
      leaveWorld();
      retireStorages();
    },
    { auto: true, scope: 'file' },
  ],
  record: [
    async ({ task, annotate, file }, use) => {
      let blamed: Trace | undefined;
      let shown: Promise<void> | undefined;
      const said = new Map<string, Told>();
      /** In the order in which they were begun; there is a gap where one is not over. */
      const runs: Observed[] = [];
      let begun = 0;
      let steps: readonly TitledInterleaving[] = [];
      let stepsOnPage: Promise<void> | undefined;
      const record: TestRecord = {
        isProof: wanted.isProof === true,
        get observed() {
          return Object.values(runs);
        },
        begin: () => {
          const i = begun++;
          return async (run) => {
            const { trace, mayLeave } = run;
            runs[i] = run;
            if (i === 0) {
              drawFirst(trace, task, file);
              await showOnPage(trace, 'what ran when', annotate);
            } else if (toLeaveNothing(trace, mayLeave)) lookAt(trace);
          };
        },
        keep: (draw) => {
          if (steps.length > 0 || !(wanted.page || wanted.runs || wanted.pictures === 'all'))
            return;
          steps = draw();
          stepsOnPage = showStepsOnPage(steps, annotate);
        },
        blame: (trace, words, text) => {
          said.set(text, words);
          if (trace) lookAt(trace);
          if (!words.interleaving) return;
          steps = [['the interleaving of the failure', words.interleaving]];
          stepsOnPage = showStepsOnPage(steps, annotate);
        },
      };
      const lookAt = (trace: Trace) => {
        blamed ??= trace;
        if (trace === runs[0]?.trace) return;
        shown ??= showOnPage(trace, 'the run that failed', annotate);
      };
      setCurrentTest(record);
      beginTest(testsOf(task.file).indexOf(task));
      await use(record);
      setCurrentTest(undefined);
      endTest();
      await shown;
      await stepsOnPage;
      const changed = putBackWorld();
      const errors = task.result?.errors ?? [];
      for (const error of errors) error.stack = withoutOurFrames(error.stack);
      const left = errors.length === 0 ? whatIsLeft(record, changed) : undefined;
      const isKept = errors.length === 0 && !left;
      const run = blamed ?? left?.trace ?? record.observed[0]?.trace;
      if (run) carryRun(run, task, isKept);
      else if (steps.length > 0) carrySteps(steps, task, isKept);
      if (errors[0]) handOver(task, { failure: wordsOf(errors[0].message, said) });
      if (left) failForLooseEnds(left, task);
    },
    { auto: true },
  ],
});

type Task = TestContext['task'];
type Annotate = TestContext['annotate'];

function drawFirst(trace: Trace, task: Task, file: FileRecord): void {
  if (!wanted.pictures || (wanted.pictures === 'first' && file.isDrawn)) return;
  file.isDrawn = true;
  handOver(task, { picture: pictureOf(trace) });
}

function handOver(task: Task, meta: LabMeta): void {
  task.meta.lab = { ...task.meta.lab, ...meta };
}

/** The words of the law that a failure comes from, with what was said before them. */
function wordsOf(message: string, said: ReadonlyMap<string, Told>): Told | undefined {
  if (wanted.isProof) return undefined;
  const [text, words] = [...said].find(([text]) => message.endsWith(text)) ?? [];
  if (!text || !words) return undefined;
  const [first = '', ...rest] = words.paragraphs;
  return { ...words, paragraphs: [message.slice(0, -text.length) + first, ...rest] };
}

/** The page of @vitest/ui. Once a test has failed, vitest takes no annotation any more. */
async function showOnPage(trace: Trace, what: string, annotate: Annotate): Promise<void> {
  const pictures = wanted.page ? allPicturesOf(trace) : [];
  if (pictures.length === 0) return;
  await attach(drawSvg(pictures), what, annotate);
}

async function showStepsOnPage(
  steps: readonly TitledInterleaving[],
  annotate: Annotate,
): Promise<void> {
  if (wanted.page && steps.length > 0)
    await attach(drawSvgColumns(steps), 'the steps of the threads', annotate);
}

async function attach(svg: string, what: string, annotate: Annotate): Promise<void> {
  await annotate(what, 'timeline', {
    contentType: 'image/svg+xml',
    body: svg,
    bodyEncoding: 'utf-8',
  });
}

/** For `npm run trace`. */
function carryRun(run: Trace, task: Task, isKept: boolean): void {
  if (!wanted.runs) return;
  const events = chromeTrace(run, titleOf(task, isKept));
  handOver(task, { run: { pictures: allPicturesOf(run), events } });
}

/** For `npm run compare`, and for `npm run trace`. */
function carrySteps(
  interleavings: readonly TitledInterleaving[],
  task: Task,
  isKept: boolean,
): void {
  if (wanted.pictures === 'all') handOver(task, { interleavings });
  if (!wanted.runs) return;
  const events = chromeInterleavings(interleavings, titleOf(task, isKept));
  handOver(task, { run: { pictures: [], interleavings, events } });
}

const titleOf = (task: Task, isKept: boolean) => `${isKept ? '✓' : '✗'} ${task.name}`;

interface Left {
  readonly trace: Trace;
  readonly breach: Breach;
}

/** @param changed what was found out only at the end of the test; its last run is told of it */
function whatIsLeft({ observed }: TestRecord, changed: readonly string[]): Left | undefined {
  for (const [i, { trace, mayLeave }] of observed.entries()) {
    const isLast = i === observed.length - 1;
    const whole = isLast ? { ...trace, left: [...trace.left, ...asLeft(changed)] } : trace;
    const breach = toLeaveNothing(whole, mayLeave);
    if (breach) return { trace, breach };
  }
  return undefined;
}

function failForLooseEnds({ trace, breach }: Left, task: Task): never {
  const words = told(trace, breach);
  // A stub is right in nothing.
  const isStub = breach.fact.startsWith(UNTOUCHED);
  const paragraphs = isStub
    ? words.paragraphs
    : [sayOtherwiseRight(task.name), ...words.paragraphs];
  const failure = { ...words, paragraphs };
  handOver(task, wanted.isProof ? { looseEndsOnly: true } : { failure });
  const error = new Error(layOut(failure));
  // It was made here, and not where something was left.
  error.stack = '';
  throw error;
}

/** Neither vitest's frames nor the lab's help anybody, and vitest would read the file of each. */
function withoutOurFrames(stack: string | undefined): string {
  // Who proves reads no stack at all, and vitest would look up every frame of thousands of them.
  if (wanted.isProof) return '';
  const lines = stack?.split('\n') ?? [];
  return lines
    .filter((line) => !/^\s+at .*([\\/]node_modules[\\/]|[\\/]src[\\/]lab[\\/])/.test(line))
    .join('\n');
}
