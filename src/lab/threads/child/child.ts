import { EventEmitter } from 'node:events';
import { PassThrough, type Readable, Writable } from 'node:stream';
import type { Span, Unrefed } from '../../trace/trace.ts';
import { afterThisTurn, type Core } from '../core.ts';
import { COSTS, type Command, type CommandLab } from './command.ts';
import { isPipe, type SpawnOptions, signalOf, stdioOf } from './options.ts';
import { Pipe } from './pipe.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A process on virtual time, with what people use of Node's `ChildProcess`; its streams are real ones. */
export class VirtualChild extends EventEmitter {
  readonly pid: number | undefined;
  readonly spawnfile: string;
  readonly spawnargs: readonly string[];
  readonly stdin: Writable | null;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly stdio: readonly unknown[];
  readonly connected = false;
  killed = false;
  exitCode: number | null = null;
  signalCode: string | null = null;
  readonly #core: Core;
  readonly #out: Pipe;
  readonly #err: Pipe;
  readonly #input = new PassThrough();
  readonly #heeding = new Map<string, () => number | undefined>();
  readonly #options: SpawnOptions;
  #span: Mutable<Span> | undefined;
  #isOver = false;
  #isRefed = true;
  #unrefedAt = 0;
  /** It has ended, and its owner knows. */
  #isTold = false;
  #left: { ms: number; write: Parameters<CommandLab['leave']>[1] } | undefined;
  #stopListening = () => {};

  /** @param program without one, there is no such file */
  constructor(
    core: Core,
    file: string,
    args: readonly string[],
    options: SpawnOptions,
    program: { command: Command; pid: number } | undefined,
  ) {
    super();
    this.#core = core;
    this.#options = options;
    const soon = (callback: () => void) => core.clock.set('immediate', callback, 0, [], 'lab');
    // Node closes what it has opened behind the immediates of a turn.
    const inLaterTurn = (callback: () => void) => void soon(() => soon(callback));
    this.#out = new Pipe(inLaterTurn);
    this.#err = new Pipe(inLaterTurn);
    this.spawnfile = file;
    this.spawnargs = [file, ...args];
    this.pid = program?.pid;
    const isPiped = [0, 1, 2].map((i) => isPipe(options.stdio, i));
    this.stdin = isPiped[0] ? this.#stdin() : null;
    if (stdioOf(options.stdio, 0) === 'ignore') this.#input.end();
    this.stdout = isPiped[1] ? this.#out.readable : null;
    this.stderr = isPiped[2] ? this.#err.readable : null;
    for (const [i, pipe] of [this.#out, this.#err].entries())
      if (!isPiped[i + 1]) pipe.readable.resume();
    this.stdio = [this.stdin, this.stdout, this.stderr];
    if (!program) this.#notFound(args);
    else this.#start(program.command, args);
  }

  /**
   * @returns whether there was a process to send it to
   * @throws if there is no such signal
   */
  kill(signal: string | number = 'SIGTERM'): boolean {
    const name = signalOf(signal);
    if (this.#isOver || this.pid === undefined) return false;
    if (name === undefined) return true;
    this.killed = true;
    if (this.#span) this.#span.aborted ??= this.#core.recorder.now();
    this.#get(name);
    return true;
  }

  /** As of Node 20: leaving the block of `using` kills it. */
  [Symbol.dispose](): void {
    if (!this.killed) this.kill();
  }

  ref(): void {
    this.#isRefed = true;
  }

  unref(): void {
    if (this.#isTold) return;
    this.#isRefed = false;
    this.#unrefedAt = this.#core.clock.now;
    this.#core.clock.hasUnrefed = true;
  }

  /** Node waits for the process, and for what it may write, each as long as it is there. */
  get keepsAlive(): boolean {
    if (this.pid === undefined) return false;
    return (!this.#isTold && this.#isRefed) || this.#pipes.some(({ keepsAlive }) => keepsAlive);
  }

  /** It is there, and was told not to keep the process alive. */
  get unrefed(): Unrefed | undefined {
    if (this.pid === undefined || this.#isTold || this.#isRefed) return undefined;
    return { kind: 'process', name: this.spawnfile, at: this.#unrefedAt };
  }

  /** Those that its owner may read. */
  get #pipes(): Pipe[] {
    return [...(this.stdout ? [this.#out] : []), ...(this.stderr ? [this.#err] : [])];
  }

  #stdin(): Writable {
    const input = this.#input;
    return new Writable({
      write: (chunk, _, done) => {
        if (this.#isOver) return done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
        input.write(chunk);
        done();
      },
      final: (done) => {
        input.end();
        done();
      },
    });
  }

  /** The sender. */
  #get(signal: string): void {
    const heed = signal === 'SIGKILL' ? undefined : this.#heeding.get(signal);
    const ms = heed ? heed() : COSTS.die;
    if (ms !== undefined) this.#after(ms, () => this.#end(null, signal));
  }

  #after(ms: number, event: () => void): void {
    this.#core.clock.set('timeout', event, ms, [], 'lab').leaveToOwner();
  }

  #notFound(args: readonly string[]): void {
    const { spawnfile: path } = this;
    const error = Object.assign(new Error(`spawn ${path} ENOENT`), {
      ...{ errno: -2, code: 'ENOENT', syscall: `spawn ${path}`, path, spawnargs: args },
    });
    process.nextTick(() => {
      this.exitCode = error.errno;
      this.emit('error', error);
      // As Node does: it closes the pipes in the event loop, when the code that waits for the error has got it.
      const close = () => {
        this.#closePipes();
        this.#closeWithPipes(error.errno, null);
      };
      this.#core.clock.set('immediate', close, 0, [], 'lab');
    });
  }

  #start(command: Command, args: readonly string[]): void {
    this.#span = this.#core.recorder.start(this.spawnfile, 'wait');
    process.nextTick(() => this.emit('spawn'));
    this.#listen();
    const { timeout } = this.#options;
    if (timeout) {
      const kill = () => this.kill(this.#options.killSignal);
      const timer = this.#core.clock.set('timeout', kill, timeout, [], 'lab');
      // As in Node: when the process has ended, nothing waits for this any more.
      this.once('exit', () => this.#core.clock.disarm(timer));
    }
    // A process that has ended goes on with nothing.
    const alive = <T>(work: Promise<T>) =>
      work.then((value) => (this.#isOver ? new Promise<T>(() => {}) : value));
    const lab: CommandLab = {
      args,
      stdin: this.#input,
      out: (data) => alive(this.#out.write(data)),
      err: (data) => alive(this.#err.write(data)),
      close: (which) => this.#closePipes(which),
      sleep: (ms) => alive(new Promise((resolve) => this.#after(ms, resolve))),
      on: (signal, heed) => this.#heeding.set(signal, heed),
      kill: (signal) => {
        this.#get(signal);
        return alive(new Promise<never>(() => {}));
      },
      leave: (ms, write) => {
        this.#left = { ms, write };
      },
    };
    this.#after(COSTS.start, () => {
      if (this.#isOver) return;
      command(lab).then(
        (code) => this.#end(typeof code === 'number' ? code : 0, null),
        async (error) => {
          await lab.err(`${error}\n`);
          this.#end(1, null);
        },
      );
    });
  }

  /** As Node does: the signal kills it, and tells its owner at once. */
  #listen(): void {
    const { signal, killSignal } = this.#options;
    if (!signal) return;
    const abort = () => {
      const error = Object.assign(
        new Error('The operation was aborted', { cause: signal.reason }),
        {
          ...{ name: 'AbortError', code: 'ABORT_ERR' },
        },
      );
      if (this.kill(killSignal)) this.emit('error', error);
    };
    if (signal.aborted) process.nextTick(abort);
    else signal.addEventListener('abort', abort, { once: true });
    this.#stopListening = () => signal.removeEventListener('abort', abort);
  }

  #end(code: number | null, signal: string | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#span) {
      const { recorder } = this.#core;
      const isKilled = signal !== null && this.#span.aborted !== null;
      // What its code or a signal from elsewhere means is for its owner to say.
      recorder.end(this.#span, isKilled ? 'aborted' : 'done');
    }
    const left = this.#left;
    if (!left) this.#closePipes();
    else
      this.#after(left.ms, async () => {
        await left.write?.({
          out: (data) => this.#out.write(data),
          err: (data) => this.#err.write(data),
        });
        this.#closePipes();
      });
    // What was left behind holds the pipes open, so the news of its end does not wait for them.
    if (this.#isRefed || left) this.#tell(code, signal);
    else this.#tellAfterPipes(code, signal);
  }

  /** As Node mostly does: its pipes close first, and for the news of its end it would only wait if it were ref'd. */
  #tellAfterPipes(code: number | null, signal: string | null): void {
    afterThisTurn(this.#core.clock, () => {
      if (this.#pipes.some(({ keepsAlive }) => keepsAlive)) this.#tellAfterPipes(code, signal);
      else afterThisTurn(this.#core.clock, () => this.#tell(code, signal));
    });
  }

  #tell(code: number | null, signal: string | null): void {
    this.#isTold = true;
    this.exitCode = code;
    this.signalCode = signal;
    this.stdin?.destroy();
    this.#stopListening();
    this.emit('exit', code, signal);
    // As Node does: what nobody reads is thrown away, so that it ends.
    for (const stream of [this.stdout, this.stderr])
      if (stream && stream.readableFlowing === null && stream.listenerCount('readable') === 0)
        stream.resume();
    this.#closeWithPipes(code, signal);
  }

  #closePipes(which?: 'out' | 'err'): void {
    if (which !== 'err') this.#out.end();
    if (which !== 'out') this.#err.end();
  }

  /** 'close' comes when both have been read to their ends: with that of the last one, and before any listener of that. */
  #closeWithPipes(code: number | null, signal: string | null): void {
    const open = [this.#out.readable, this.#err.readable].filter((stream) => !stream.closed);
    let left = open.length;
    const close = () => this.emit('close', code, signal);
    for (const stream of open) stream.prependOnceListener('close', () => --left === 0 && close());
    if (left === 0) process.nextTick(close);
  }
}
