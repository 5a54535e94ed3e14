/** Runs a program in a process of its own, and gives what was seen of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from '../../course/home.ts';
import type { Kata } from '../../course/katas.ts';
import { KEPT } from '../../course/keep.ts';
import type { Played } from './played.ts';
import {
  type Built,
  build,
  type Program,
  type Texts,
  textOf,
  UnreadableError,
} from './program/build.ts';
import { buildScene } from './program/scene.ts';
import { isScript } from './program/script.ts';
import type { Order } from './run/child.ts';

export interface PlayOptions {
  /** Virtual ms after which it is stopped. */
  readonly until?: number | undefined;
}

export interface PlayedProgram {
  readonly played: Played;
  /** What it is made of. */
  readonly files: Texts;
}

/** A process that stands ready: to begin one takes longer than most programs. */
export function standReady(): ChildProcess {
  const start = join(HOME, 'src', 'start', 'start.mjs');
  return spawn(process.execPath, [start, 'tutor/play/run/child'], {
    cwd: HOME,
    // What it prints is taken down; a terminal would have it print in colours.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** @param child that stands ready */
export function play(
  program: Program,
  options: PlayOptions = {},
  child: ChildProcess = standReady(),
): Promise<PlayedProgram> {
  const kind = isScript(program) ? 'script' : 'module';
  return playBuilt(() => build(program), { file: program.file, kind }, options, child);
}

/**
 * The learner's own function in the first scene of its spec.
 *
 * @param child that stands ready
 */
export function playScene(
  { spec, stub }: Kata,
  options: PlayOptions = {},
  child: ChildProcess = standReady(),
): Promise<PlayedProgram> {
  return playBuilt(() => buildScene(spec, stub), { file: stub, kind: 'scene' }, options, child);
}

async function playBuilt(
  build: () => Promise<Built>,
  what: Pick<Order, 'file' | 'kind'>,
  { until }: PlayOptions,
  child: ChildProcess,
): Promise<PlayedProgram> {
  // The watchdog knows by the name of the folder whose code it is.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'learn-async-play-'));
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  try {
    const { code, files } = await build();
    const [module, result] = [join(folder, 'program.mjs'), join(folder, 'result.json')];
    writeFileSync(module, code);
    const cwd = process.env.INIT_CWD ?? process.cwd();
    const order: Order = { ...what, cwd, module, code, result, until };
    child.send(order);
    await ended;
    return { played: readResult(result, child.pid, said), files };
  } catch (error) {
    child.kill();
    if (!(error instanceof UnreadableError)) throw error;
    // One that is gone was not read, and may come back.
    const files = new Map([[what.file, textOf(what.file)], ...error.files]);
    return { played: notPlayed({ unreadable: error.message }), files };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A process that had to be ended from outside has left no more than its last words. */
function readResult(result: string, pid: number | undefined, said: string): Played {
  if (existsSync(result)) return JSON.parse(readFileSync(result, 'utf8'));
  const words = join(HOME, KEPT, `last-words-${pid}.json`);
  const text = existsSync(words)
    ? JSON.parse(readFileSync(words, 'utf8')).text.replace(/^Stopped: |\n\nFound at[\s\S]*$/g, '')
    : undefined;
  rmSync(words, { force: true });
  return notPlayed({
    stopped: text ?? `the process in which it ran has ended. ${said}`.trim(),
  });
}

function notPlayed(why: { readonly stopped: string } | { readonly unreadable: string }): Played {
  const end = { exitCode: 1, at: 0, deaths: [], isUnsettled: false, io: [], ioCalls: [], ...why };
  const nothing = { rows: [], timers: [], lines: [], steps: [], stretches: [], end };
  return 'unreadable' in why ? nothing : { ...nothing, ...NOTHING_BUT_THAT_IT_RAN };
}

const OPEN = { end: undefined, endStep: undefined, ending: 'running' as const, pauses: [] };
const EMPTY = { ticks: [], microtasks: [], immediates: [], timers: [] };

/** What can be known of a program whose process has ended without a word. */
const NOTHING_BUT_THAT_IT_RAN = {
  rows: [{ label: '(program)', parent: undefined, line: 0, start: 0, startStep: 0, ...OPEN }],
  steps: [{ at: 0, what: '(program) is stopped', row: 0, line: undefined, queues: EMPTY }],
  stretches: [{ row: 0, at: 0 }],
};
