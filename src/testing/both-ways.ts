/** The same program in a bare Node process, with real timers, and in the lab. */
import { AsyncLocalStorage } from 'node:async_hooks';
import * as events from 'node:events';
import * as stream from 'node:stream';
import * as timers from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { install } from '../lab/install.ts';
import { observe } from '../lab/run/observe.ts';
import type { Trace } from '../lab/trace/trace.ts';
import { inBareNode } from './plain-node.ts';

/** What a program works with, as its text is run where nothing of ours is. Times are in ms. */
export interface Tools {
  readonly log: (line: unknown) => void;
  readonly burn: (ms: number) => void;
  readonly sleep: (ms: number) => Promise<void>;
  readonly timers: typeof timers;
  readonly events: typeof events;
  readonly stream: typeof stream;
  readonly AsyncLocalStorage: typeof AsyncLocalStorage;
}

/** Takes all that it uses from its tools, or from the globals; it is over when what it returns settles. */
export type NodeProgram = (tools: Tools) => unknown;

export type Lines = readonly string[];

const MODULES = { timers, events, stream, AsyncLocalStorage };

const IMPORTS = `
  import { AsyncLocalStorage } from 'node:async_hooks';
  import * as events from 'node:events';
  import * as stream from 'node:stream';
  import * as timers from 'node:timers/promises';`;

/** The tools in bare Node; lines go to `log`, with what no code caught. */
const TOOLS = `
  const burn = (ms) => { for (const end = performance.now() + ms; performance.now() < end; ); };
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const tools = { log: (line) => log(line), burn, sleep, timers, events, stream, AsyncLocalStorage };
  process.on('uncaughtException', (error) => log('uncaught ' + error?.message));
  process.on('unhandledRejection', (error) => log('unhandled ' + error?.message));`;

/** Real ms in which late lines of one program come before the next one begins. */
const REST = 20;

/** What each of them logs in one bare process, where they run one after another. */
export async function linesInNode(
  programs: Readonly<Record<string, NodeProgram>>,
): Promise<Record<string, Lines>> {
  const texts = Object.entries(programs).map(
    ([name, program]) => `${JSON.stringify(name)}: ${program}`,
  );
  const printed = await inBareNode(`${IMPORTS}
    let log = () => {};
    ${TOOLS}
    // Whatever they unref, and however they corrupt what Node counts, the process goes on.
    process.stdin.on('data', () => {});
    const all = {};
    const programs = { ${texts.join(',\n')} };
    for (const [name, program] of Object.entries(programs)) {
      const lines = [];
      log = (line) => lines.push(String(line));
      await new Promise((resolve) => setTimeout(() => {
        (async () => program(tools))()
          .catch((error) => log('failed: ' + (error?.message ?? error)))
          .then(() => setTimeout(resolve, ${REST}));
      }, 1));
      all[name] = lines;
    }
    console.log(JSON.stringify(all));
    process.exit();`);
  return JSON.parse(printed);
}

/** What it logs in the lab, begun by a timer as there. */
export async function linesInTheLab(program: NodeProgram): Promise<Lines> {
  const trace = await observe(
    ({ log, burn }) =>
      new Promise<void>((resolve, reject) => {
        setTimeout(() => {
          const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));
          const write = (line: unknown) => log(String(line));
          (async () => program({ log: write, burn, sleep, ...MODULES }))().then(
            () => resolve(),
            reject,
          );
        }, 1);
      }),
  );
  return linesOf(trace);
}

/** What was logged and what no code caught, in the order in which it came; and how it ended, where that was not well. */
export function linesOf(trace: Trace): Lines {
  const { outcome, marks, uncaught, unhandled } = trace;
  const lines = [
    ...marks.map(({ order, line }) => ({ order, line })),
    ...uncaught.map(({ order, error }) => ({ order, line: `uncaught ${messageOf(error)}` })),
    ...unhandled.map(({ order, error }) => ({ order, line: `unhandled ${messageOf(error)}` })),
  ];
  if (outcome.kind === 'failed')
    lines.push({ order: outcome.order, line: `failed: ${messageOf(outcome.error)}` });
  if (outcome.kind === 'deadlock') lines.push({ order: outcome.order, line: 'deadlock' });
  return lines.sort((a, b) => a.order - b.order).map(({ line }) => line);
}

const messageOf = (error: unknown) => (error as Error | undefined)?.message;

/** A test for each: it logs in the lab what it logs in Node. All of them are run in one bare process. */
export function testBothWays(programs: Readonly<Record<string, NodeProgram>>): void {
  install();
  let inNode: Record<string, Lines> = {};
  beforeAll(async () => {
    inNode = await linesInNode(programs);
  }, 60_000);
  // Real timers that are late on a busy machine come in another order; a real difference comes again.
  test.each(Object.entries(programs))(
    '%s',
    { retry: 3, timeout: 20_000 },
    async (name, program) => {
      const expected = inNode[name] ?? (await linesInNode({ [name]: program }))[name];
      delete inNode[name];
      expect(expected).not.toEqual([]);
      expect(await linesInTheLab(program)).toEqual(expected);
    },
  );
}
