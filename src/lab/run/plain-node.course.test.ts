/**
 * What the lab says about the order of things is what plain Node does: every program that a learner is
 * to foresee logs the same lines in a bare process, on the Node at hand, with real timers; and so do
 * the jobs of run-order.
 */
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { HOME } from '../../course/home.ts';
import { katasOf } from '../../course/katas.ts';
import { inPlainNode } from '../../testing/plain-node.ts';
import { observe } from '../index.ts';

/** A program takes what it needs of these, in this order; times are in ms. */
type Program = (
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
  burn: (ms: number) => void,
) => Promise<void>;

const programs = katasOf(HOME)
  .filter(({ name }) => name.endsWith('-what-runs-when'))
  .map(({ reference }) => reference);

/** Run without anything of the lab's. */
const BARE = `
  const { program } = await import(process.argv[1]);
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const burn = (ms) => { for (const end = performance.now() + ms; performance.now() < end; ); };
  await program((line) => console.log(line), sleep, burn);
`;

/** The lines that a program writes in a bare process; it finds the file's URL in its arguments. */
async function outputOf(program: string, file: string): Promise<string[]> {
  const printed = await inPlainNode(program, pathToFileURL(file).href);
  return printed.trimEnd().split('\n');
}

async function logInTheLab(file: string): Promise<string[]> {
  const { program } = (await import(pathToFileURL(file).href)) as { program: Program };
  const trace = await observe(({ log, sleep, burn }) => program(log, sleep, burn));
  return trace.marks.map(({ line }) => line);
}

/** Real timers that are 100 ms late come in another order; a real difference comes again. */
const ON_A_BUSY_MACHINE = { retry: 3, timeout: 20_000 };

test('there is a program to foresee', () => {
  expect(programs).not.toEqual([]);
});

test.each(programs.map((file) => [relative(HOME, file), file] as const))(
  '%s logs in the lab what it logs in plain Node',
  ON_A_BUSY_MACHINE,
  async (_, file) => {
    expect(await logInTheLab(file)).toEqual(await outputOf(BARE, file));
  },
);

/** Both run it with a `schedule` and a `log` of their own: each job makes a microtask and a tick. */
const jobs = `(schedule, log) => schedule(
  ['macro', 'micro', 'tick', 'now', 'macro', 'micro', 'tick', 'now'].map((when, i) => ({
    when,
    run: () => {
      log(when + i);
      queueMicrotask(() => log('micro of ' + when + i));
      process.nextTick(() => log('tick of ' + when + i));
    },
  })),
)`;

const runOrder = katasOf(HOME).filter(({ name }) => name.endsWith('-run-order'));

test.each(runOrder.map(({ reference }) => [relative(HOME, reference), reference] as const))(
  '%s runs jobs in the lab in the order of plain Node',
  ON_A_BUSY_MACHINE,
  async (_, file) => {
    const { schedule } = (await import(pathToFileURL(file).href)) as { schedule: unknown };
    const handIn = new Function(`return ${jobs}`)() as (...args: unknown[]) => void;
    const trace = await observe(async ({ log, sleep }) => {
      handIn(schedule, log);
      await sleep(10);
    });
    const bare = `
      const { schedule } = await import(process.argv[1]);
      setTimeout(() => (${jobs})(schedule, (line) => console.log(line)), 1);
    `;
    expect(trace.marks.map(({ line }) => line)).toEqual(await outputOf(bare, file));
  },
);
