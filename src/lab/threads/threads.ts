import { AsyncResource } from 'node:async_hooks';
import type { Worker } from 'node:worker_threads';
import { once } from '../node/once.ts';
import type { Phases } from '../node/turns.ts';
import type { Recorder } from '../scene/recorder.ts';
import type { VirtualClock } from '../time/clock.ts';
import { currentRun, type Run } from '../time/run-context.ts';
import type { LooseEnd, Unrefed } from '../trace/trace.ts';
import { VirtualChild } from './child/child.ts';
import type { Command } from './child/command.ts';
import type { SpawnOptions } from './child/options.ts';
import { inShell } from './child/shell.ts';
import { type Core, hasEnded, here } from './core.ts';
import { VirtualPort } from './port.ts';
import type { Program, Thread, Traits } from './thread.ts';
import type { VirtualWorker } from './worker.ts';

/** Children are numbered from here: no process of a real system has such a number. */
const FIRST_PID = 5_000_000;

interface File extends Traits {
  readonly name: string;
  readonly program: Program;
  started: number;
}

/**
 * By this name a run has its threads, for all copies of the lab. A WeakMap would keep each run until V8 collects its
 * whole heap.
 */
const OWN: unique symbol = once('threads', () => Symbol('threads')) as never;

interface RunWithThreads extends Run {
  [OWN]?: Threads;
}

/** Those of the run that the code now running belongs to. */
export function currentThreads(): { threads: Threads; run: Run } | undefined {
  const run = currentRun();
  const threads = run && ((run.of ?? run) as RunWithThreads)[OWN];
  return threads && { threads, run };
}

/**
 * All threads of a run. They are one to the run: what happens next is what comes first by any of their clocks,
 * so nobody is told of anything that lies before what they have done.
 */
export class Threads implements Phases {
  readonly main: Core;
  readonly #programs = new Map<string, File>();
  readonly #commands = new Map<string, Command>();
  readonly #workers: VirtualWorker[] = [];
  #spawned = 0;
  readonly #real: Worker[] = [];
  /** Whose turn it is. */
  #clock: VirtualClock;

  constructor(clock: VirtualClock, recorder: Recorder) {
    const context = new AsyncResource('main');
    this.main = { clock, recorder, context, sent: [], ports: new Set(), children: new Set() };
    this.#clock = clock;
  }

  /** It is this run whose threads they are. */
  belongTo(run: Run): void {
    (run as RunWithThreads)[OWN] = this;
  }

  /** What the thread whose clock this is has for itself. */
  coreOf(clock: VirtualClock): Core {
    const worker = this.#workers.find(({ thread }) => thread.core.clock === clock);
    return worker?.thread.core ?? this.main;
  }

  /** For code of the thread whose clock this is; undefined in a run that starts none. */
  makeChannel(clock: VirtualClock): { port1: VirtualPort; port2: VirtualPort } | undefined {
    if (this.#programs.size === 0) return undefined;
    const core = here(this.coreOf(clock), 'MessagePort');
    const [port1, port2] = [new VirtualPort(core), new VirtualPort(core)];
    VirtualPort.join(port1, port2);
    return { port1, port2 };
  }

  /**
   * A file from which threads can be started.
   *
   * @throws if there is one of that name: its threads would run the code of the other
   */
  program(name: string, program: Program, traits?: Traits): URL {
    const file = new URL(`file:///kitchen/${name}.js`);
    if (this.has(file)) throw new Error(`There is a program '${name}' already.`);
    this.#programs.set(file.href, { name, program, started: 0, ...traits });
    return file;
  }

  /** A command that child processes can be started with, by its name. */
  command(name: string, command: Command): string {
    this.#commands.set(name, command);
    return name;
  }

  /** Without a command, the scene knows of no processes. */
  get hasCommands(): boolean {
    return this.#commands.size > 0;
  }

  spawn(run: Run, file: string, args: readonly string[], options: SpawnOptions): VirtualChild {
    assertCanStart(file, args);
    const core = here(this.coreOf(run.clock), 'ChildProcess');
    const commandOf = (name: string) => this.#commands.get(name);
    const line = options.shell ? [file, ...args].join(' ') : undefined;
    const command = line === undefined ? commandOf(file) : inShell(line, commandOf);
    const program = command && { command, pid: FIRST_PID + ++this.#spawned };
    const child = new VirtualChild(core, file, [...args], options, program);
    core.children.add(child);
    return child;
  }

  has(file: unknown): boolean {
    return this.#programs.has(String(file));
  }

  /** What stands in it, and what the next thread of it is called. */
  programOf(file: string | URL): File {
    const known = this.#programs.get(String(file));
    if (!known) throw new Error(`There is no program ${file}`);
    known.started++;
    return { ...known, name: `${known.name} ${known.started}` };
  }

  /** @returns its number */
  add(worker: VirtualWorker): number {
    return this.#workers.push(worker);
  }

  /** When something happens in a thread beside the main one, in ms. */
  get nextAt(): number {
    return this.#first()?.nextAt ?? Infinity;
  }

  /** The thread of this clock has a port that is listened to, or has started what has not ended. */
  keepAlive(clock: VirtualClock): boolean {
    const { ports, children } = this.coreOf(clock);
    return (
      [...ports].some(({ isHeeded }) => isHeeded) ||
      [...children].some(({ keepsAlive }) => keepsAlive) ||
      this.#workers.some((worker) => worker.keepsAlive && worker.parent === clock)
    );
  }

  /** Those that the thread of this clock has started end with it. */
  endAllOf(parent: VirtualClock, at: number): void {
    for (const worker of this.#workers) if (worker.parent === parent) worker.thread.terminate(at);
  }

  /**
   * Threads and processes for which the main thread would not wait. Something of them is still to come, and nothing
   * else is.
   */
  get unrefed(): Unrefed[] {
    const { clock, children } = this.main;
    const isToCome = clock.hasArmed((timer) => timer.owner === 'lab' && !timer.hasRef());
    if (!clock.hasOnlyUnrefed || (!isToCome && this.nextAt === Infinity)) return [];
    const own = this.#workers.filter(({ parent }) => parent === clock);
    return [...own, ...children].flatMap(({ unrefed }) => unrefed ?? []);
  }

  /**
   * What happens next in any of them; what comes at the same ms happens last in the main thread.
   *
   * @returns undefined when nothing does, or nothing that Node would wait for
   */
  next(): (() => void) | undefined {
    const { clock } = this.main;
    const first = this.#first();
    const isFirst = first && first.nextAt < Infinity && first.nextAt <= clock.nextAt;
    if (isFirst && clock.hasOnlyUnrefed) return undefined;
    this.#clock = isFirst ? first.core.clock : clock;
    return isFirst ? first.next() : clock.next();
  }

  comesFirst(thrown: number): boolean {
    return this.#clock.comesFirst(thrown);
  }

  get hasPorts(): boolean {
    return this.#clock.hasPorts;
  }

  /** The run is over: what is left in them stays as it is. Fulfils when those of Node's own have gone. */
  async end(): Promise<void> {
    for (const { thread } of this.#workers) thread.freeze();
    await Promise.all(this.#real.map((worker) => worker.terminate()));
  }

  /** A thread of Node's, which would start in the midst of a later run, and hold ports open there. */
  endWithTheRun(worker: Worker): void {
    this.#real.push(worker);
  }

  /** Those that have not ended by now. */
  left(): LooseEnd[] {
    const { now } = this.main.clock;
    const ours = this.#workers
      .filter(({ thread }) => !thread.isGone(now))
      .map(({ thread }) => thread.asLeft());
    const real = this.#real.filter((worker) => !hasEnded(worker));
    const all = [...ours, ...real.map(() => 'a thread of Node that has not ended')];
    return all.map((what) => ({ kind: 'thread', what, place: undefined }));
  }

  /** Ports of the main thread that were not closed. */
  get openPorts(): number {
    return [...this.main.ports].filter(({ isOpen }) => isOpen).length;
  }

  get isUsed(): boolean {
    return this.#workers.length > 0;
  }

  #first(): Thread | undefined {
    let first: Thread | undefined;
    for (const { thread } of this.#workers)
      if (!first || thread.nextAt < first.nextAt) first = thread;
    return first;
  }
}

/** @throws where Node would: before there is a process */
function assertCanStart(file: string, args: readonly string[]): void {
  const fail = (text: string, code: string) => Object.assign(new TypeError(text), { code });
  if (typeof file !== 'string')
    throw fail('The "file" argument must be of type string.', 'ERR_INVALID_ARG_TYPE');
  if (file === '')
    throw fail(`The argument 'file' cannot be empty. Received ''`, 'ERR_INVALID_ARG_VALUE');
  for (const [i, text] of [file, ...args.map(String)].entries())
    if (text.includes('\0')) {
      const name = i === 0 ? 'file' : `args[${i - 1}]`;
      const must = 'must be a string without null bytes';
      throw fail(
        `The argument '${name}' ${must}. Received '${text.replaceAll('\0', '\\x00')}'`,
        'ERR_INVALID_ARG_VALUE',
      );
    }
}
