import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOME } from '../../course/home.ts';
import { katasOf } from '../../course/katas.ts';
import {
  createCourse,
  DONE,
  FAILING,
  runCommand,
  specOf,
  writeFiles,
} from '../../testing/miniature.ts';

let course: ReturnType<typeof createCourse>;
const run = (...args: string[]) => runCommand(course.root, 'tutor/test', ...args);
const write = (kata: string, text: string) =>
  writeFiles(course.root, { [`katas/${kata}.ts`]: text });

beforeEach(() => {
  course = createCourse({
    'katas/01-first/1-both.spec.ts': specOf('1-both'),
    'katas/01-first/1-both.ts': DONE,
    'katas/02-second/1-again.spec.ts': specOf('1-again'),
    'katas/02-second/1-again.ts': FAILING,
  });
});

afterEach(() => course.remove());

const END = 'This is the end, for now.';

test('when all is done everything is run once more, and the end is told, once', async () => {
  expect((await run()).stdout).not.toContain(END);
  write('02-second/1-again', DONE);
  // A part of it is not all.
  expect((await run('again')).stdout).not.toContain(END);
  const { code, stdout, stderr } = await run();
  expect(stdout).toMatchInlineSnapshot(`
    "
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  2 of 2 katas done

      01 First   ━━━━━━━━━━  1 of 1  ✓
      02 Second  ━━━━━━━━━━  1 of 1  ✓

      1 unchanged kata was not run. To run all: npm test -- --all

      ✓ All tests of all katas pass.

      All katas are done. Every spec runs once more ...

      ✓ All tests passed again, in another order.

      This is the end, for now.

      What you know now, in a few lines:

      - COROUTINES: a call starts the work, an \`await\` waits for it. You can say
        which line runs when.
      - TASKS: start now and wait later, and own what you have started, its errors
        too.
      - GATHER: attach handlers to all promises from the start. Work stops only if
        your code stops it.
      - WAIT: take what settles first, stop the others, wait until they have
        ended, and clear your timers.
      - THE KITCHEN: waits overlap, computations do not. Code that does not yield
        blocks everything.
      - CANCELLATION: to abort is to ask. Pass the signal on, wait for what still
        stops, and clean up after it.
      - LIMITS: a limit stands before the call. What a call takes, it gives back,
        however the work ends.
      - SYNCHRONISATION: what you read before an \`await\` may be out of date after
        it. Read late, or keep others out.
      - CHANNELS: an item goes to the call that waits longest, and none is lost.
        If the reader is slow, the writer waits.
      - STRUCTURED CONCURRENCY: what is started within a block ends with it.
        Aborts go down, failures go up.
      - CONTEXT: work goes on in the context in which it was started. A callback
        that is only kept does not.
      - THREADS AND PROCESSES: a clone computes on another core. It shares
        nothing, it costs something, and you end it.
      - THREAD SAFETY: between any two steps of a thread, another one may take its
        own. Two atomic steps are not one.
      - JUDGING: a test is right if it notices every mistake, and nothing else. It
        moves the clock, and does not wait.
      - THE CAPSTONE: all of it in one program, which is a polite guest, stops
        when it is told to, and loses nothing.

      Where to go next:

      - LET IT RUN. \`npm run crawl\` lets your own crawler loose on real servers.
        Stop it with Ctrl-C, and start it again.
      - KEEP IT. \`npm run progress -- --keepsake\` writes a page with the timelines
        of your answers.
      - READ. Node's guides "The event loop" and "Don't block the event loop".
        Isaac Z. Schlueter, "Designing APIs for Asynchrony". Nathaniel J. Smith,
        "Notes on structured concurrency". And the source of \`p-map\` and
        \`p-queue\`: you can read every line of it now.
      - TEACH. Draw one of the pictures for a colleague, and ask what comes next.
        \`docs/teaching.md\` has a page for teachers. \`npm run reset\` brings any
        stub back.
      - CONTRIBUTE. A right answer that a spec rejects, or a wrong one that it
        lets pass, is what we want most. CONTRIBUTING.md says how to send it, and
        how to write a kata.

    "
  `);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect((await run()).stdout).not.toContain(END);
});

test('it is told again when something was undone', async () => {
  write('02-second/1-again', DONE);
  await run();
  write('01-first/1-both', FAILING);
  await run('both');
  write('01-first/1-both', DONE);
  expect((await run()).stdout).toContain(END);
});

test('what passes only the first time is not the end', async () => {
  const marker = JSON.stringify(join(course.root, 'was here'));
  const remembers = `import { existsSync, writeFileSync } from 'node:fs';
const isFirst = !existsSync(${marker});
writeFileSync(${marker}, '');
export const both = async (a, b) => (isFirst ? Promise.all([a(), b()]) : [await a(), await b()]);
`;
  write('01-first/1-both', remembers);
  write('02-second/1-again', DONE);
  const { code, stdout } = await run();
  const [, again = ''] = stdout.split('Every spec runs once more');
  expect(
    again.replace(/seed=\d+/, 'seed=<seed>').replace(/(\n.*){16}\n {2}again/, '\n  again'),
  ).toMatchInlineSnapshot(`
    " ...

      ✗ Almost.

      It passed a moment ago, but fails when all specs run again from the start,
      in another order. Does your code keep something outside of the function,
      from one test to the next?

      1-both  katas/01-first/1-both.ts  1 of 2 tests pass
      ✗ runs both at the same time
      ✓ gives both results
      again    npx vitest run --sequence.shuffle --sequence.seed=<seed>

    "
  `);
  expect(code).toBe(1);
});

test('the last words name every chapter', () => {
  const words = readFileSync(join(import.meta.dirname, 'the-end.md'), 'utf8').toLowerCase();
  const chapters = new Set(katasOf(HOME).map(({ chapter }) => chapter));
  const names = [...chapters].map((chapter) => chapter.split('-').at(-1) ?? '');
  expect(names.filter((name) => !words.includes(`${name}**:`))).toEqual([]);
});
