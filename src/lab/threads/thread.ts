import { AsyncResource } from 'node:async_hooks';
import { Recorder } from '../scene/recorder.ts';
import { createLab, type Lab } from '../scene/scenario.ts';
import { VirtualClock } from '../time/clock.ts';
import { type Run, runs } from '../time/run-context.ts';
import type { Span } from '../trace/trace.ts';
import { type Core, come, send } from './core.ts';
import { COSTS } from './costs.ts';
import { asOutside } from './outside.ts';
import { VirtualPort } from './port.ts';
import type { Threads } from './threads.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What the code of a thread has: what a scene has, on a core and a clock of its own, and the other side of the worker. */
export interface ThreadLab extends Lab {
  readonly parentPort: VirtualPort;
  readonly workerData: unknown;
  /** Ends the thread, whatever it is about to do. */
  exit(code?: number): never;
}

/** What stands in the file that a thread is started from. */
export type Program = (thread: ThreadLab) => unknown;

/** How the threads of a file differ from others. */
export interface Traits {
  /** So many ms it takes until one has gone, also after it has thrown: its memory is large. */
  readonly goesIn?: number | undefined;
}

/** What the worker, on the other side, hears. */
interface Ear {
  online(): void;
  error(error: unknown): void;
  exit(code: number): void;
}

/** Thrown through code that is not to go on. */
const HALT = Symbol('the thread has ended');

/**
 * A thread on virtual time, with a core of its own. Its code runs in this process, whenever no other thread is
 * behind it in time; while it computes it is ahead of all others. Whatever it did after the moment at which it
 * is ended from outside is then taken back.
 */
export class Thread {
  readonly name: string;
  readonly core: Core;
  readonly port: VirtualPort;
  readonly #parent: Core;
  readonly #ear: Ear;
  readonly #life: Writable<Span>;
  readonly #threads: Threads;
  readonly #goesIn: number | undefined;
  /** When it is to be ended from outside, in ms of its parent's. */
  #haltAt: number | undefined;
  /** When it has ended, by its own clock, which may be ahead. */
  #endedAt: number | undefined;
  /** It computes, and never ends by itself. */
  #isStuck = false;

  constructor(
    { name, program, goesIn }: { name: string; program: Program } & Traits,
    data: (to: Core) => unknown,
    parent: Core,
    threads: Threads,
    of: Run,
    ear: Ear,
  ) {
    this.name = name;
    this.#parent = parent;
    this.#ear = ear;
    this.#goesIn = goesIn;
    this.#threads = threads;
    const clock = new VirtualClock();
    const recorder = new Recorder(clock, { recorder: parent.recorder, thread: name });
    const unhandledErrors = {
      reject: (_: unknown, error: unknown) => this.#crash(error),
      throw: (error: unknown) => this.#crash(error),
      handle: () => false,
    };
    const makeChannel = () => threads.makeChannel(clock);
    const run: Run = { ...of, clock, unhandledErrors, of, makeChannel };
    const context = runs.run(run, () => new AsyncResource('Thread'));
    this.core = { clock, recorder, context, sent: [], ports: new Set(), children: new Set() };
    this.port = new VirtualPort(this.core);
    clock.onThrow = (error) => this.#crash(error);
    clock.isKeptAlive = () => threads.keepAlive(clock);
    this.#life = recorder.start(name, 'life');
    this.#life.start = parent.recorder.now();
    const workerData = data(this.core);
    come(this.core, parent.clock.now + COSTS.start, () => {
      send(this.core, parent, ear.online);
      return this.#begin(program, workerData);
    });
  }

  /** When something of it happens next, in ms. */
  get nextAt(): number {
    if (this.#endedAt !== undefined) return Infinity;
    const { clock } = this.core;
    const end = this.#isIdle ? clock.now : Infinity;
    return Math.min(clock.nextAt, end, this.#haltAt ?? Infinity);
  }

  next(): (() => void) | undefined {
    const { clock } = this.core;
    const isHalted = this.#haltAt !== undefined && clock.nextAt > this.#haltAt;
    return (isHalted ? undefined : clock.next()) ?? this.#endNow;
  }

  /** There is nothing for it to do, and nothing that it could wait for. */
  get #isIdle(): boolean {
    const { clock } = this.core;
    if (this.#isStuck) return false;
    return clock.hasOnlyUnrefed || (clock.nextAt === Infinity && !clock.isKeptAlive());
  }

  readonly #endNow = () => {
    const at = this.#haltAt ?? Infinity;
    if (at < this.core.clock.now || (at < Infinity && !this.#isIdle)) this.#takeBack(at);
    else this.#end(0, this.#goesIn ?? COSTS.end);
  };

  /** From outside, at this ms of the parent's. */
  terminate(at: number): void {
    if (this.#haltAt !== undefined || (this.#endedAt ?? Infinity) <= at) return;
    this.#haltAt = at;
    this.#life.aborted = this.#parent.recorder.now();
    // It is ahead: nobody has heard of its end.
    if (this.#endedAt !== undefined) this.#takeBack(at);
  }

  isGone(now: number): boolean {
    return this.#life.end !== null && this.#life.end.at <= now;
  }

  /** In words, for when it should have ended. */
  asLeft(): string {
    return `thread '${this.name}', started at ${this.#life.start.at} ms and still there`;
  }

  /** Its run is over, and nothing more happens in it. */
  freeze(): void {
    // It was ended in the last ms of the run.
    if (this.#haltAt !== undefined && this.#endedAt === undefined) this.#takeBack(this.#haltAt);
    this.core.clock.end();
  }

  exit(code = 0): never {
    if (this.#endedAt === undefined) this.#end(Number(code), this.#goesIn ?? 0);
    throw HALT;
  }

  #begin(program: Program, workerData: unknown): unknown {
    const { clock, recorder } = this.core;
    const lab = createLab(
      clock,
      recorder,
      { signals: [], emitters: [], heartbeats: [] },
      { hidesLog: false },
    );
    const burn: Lab['burn'] = (ms, name, options) => {
      if (this.#endedAt !== undefined) throw HALT;
      if (ms !== Infinity) return lab.burn(ms, name, options);
      recorder.start(name ?? 'burn', 'burn');
      this.#isStuck = true;
      clock.end();
      throw HALT;
    };
    const exit = (code?: number) => this.exit(code);
    const result = program({ ...lab, burn, exit, parentPort: this.port, workerData });
    return Promise.resolve(result).catch((error) => this.#crash(error));
  }

  #crash(error: unknown): void {
    if (error === HALT || this.#endedAt !== undefined || this.#isStuck) return;
    const copy = asOutside(error);
    this.#life.error = copy;
    send(this.core, this.#parent, () => this.#ear.error(copy));
    this.#end(1, this.#goesIn ?? 0);
  }

  /** @param ms until it has gone */
  #end(code: number, ms: number): void {
    const { clock, recorder } = this.core;
    this.#endAt(clock.now);
    this.#life.aborted = null;
    // What it still waits for ends with it.
    recorder.takeBack(clock.now);
    recorder.end(this.#life, code === 0 ? 'done' : 'failed');
    this.#life.exitCode = code;
    this.#life.end = { at: clock.now + ms, order: recorder.recorded };
    send(this.core, this.#parent, () => this.#ear.exit(code), ms);
  }

  #endAt(at: number): void {
    this.#endedAt = at;
    this.core.isOver = true;
    this.core.clock.end();
    this.#threads.endAllOf(this.core.clock, at);
  }

  /** It was ended at this ms, so it has done nothing after it. */
  #takeBack(at: number): void {
    const { recorder, sent } = this.core;
    this.#endAt(at);
    for (const arrival of sent) if (arrival.dueAt > at) arrival[Symbol.dispose]();
    recorder.takeBack(at);
    const goneAt = at + (this.#goesIn ?? COSTS.end);
    this.#life.end = { ...recorder.now(), at: goneAt };
    this.#life.ending = 'aborted';
    this.#life.exitCode = 1;
    delete this.#life.error;
    come(this.#parent, goneAt, () => this.#ear.exit(1));
  }
}
