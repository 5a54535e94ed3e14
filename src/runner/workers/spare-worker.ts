/**
 * A worker process that is ready before it is asked for. Starting one takes about as long as starting
 * vitest itself, so both start at the same time; and in watch mode one waits for the next save. It is
 * started as vitest has asked for one before. Should it ask for something else, it gets that, only later.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { Writable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import type {
  ForksPoolWorker,
  PoolOptions,
  PoolRunnerInitializer,
  WorkerRequest,
} from 'vitest/node';
import { HOME } from '../../course/home.ts';
import { recall, remember } from '../../course/keep.ts';
import { withoutControls } from '../../lab/trace/written.ts';

/** What a process is started with. */
interface Start {
  readonly entrypoint: string;
  readonly execArgv: readonly string[];
  readonly env: Partial<NodeJS.ProcessEnv>;
}

/** Loaded ahead as well: every spec needs it, and it is the same whatever a learner writes. */
const AHEAD = new URL('./spare-worker-ahead.mjs', import.meta.url).href;

/** After a run the page comes first, then the worker for the next run. */
const REST = 50;

export class SpareWorker {
  readonly #memory: string;
  /** The environment before vitest has touched it. */
  readonly #env = { ...process.env };
  #start: Start | undefined;
  #process: ChildProcess | undefined;
  /** The worker that each file was last given to. */
  readonly #workers = new Map<string, ChildProcess>();
  #isOver = false;

  /** @param kind of the run, as far as vitest goes by it: the last one of that kind tells what it asks for */
  constructor(kind: string) {
    this.#memory = `worker-${kind}`;
    const { entrypoint, execArgv, env } = (recall(HOME, this.#memory) ?? {}) as Partial<Start>;
    if (typeof entrypoint === 'string' && Array.isArray(execArgv))
      this.#fork({ entrypoint, execArgv, env: { ...this.#env, ...env } });
  }

  /** Vitest's own pool of processes, in which one is ahead. */
  pool(Worker: typeof ForksPoolWorker, watch: boolean): PoolRunnerInitializer {
    const spare = this;
    class WorkerAhead extends Worker {
      override readonly name = 'forks ahead';
      readonly #printsTo: Writable;
      readonly #writesTo: Writable;

      constructor(options: PoolOptions) {
        super(options);
        const { errorStream, outputStream } = options.project.vitest.logger;
        this.#printsTo = errorStream;
        this.#writesTo = outputStream;
      }

      override async start(): Promise<void> {
        const ready = spare.#take(this.#start);
        // As far as vitest sees, it has been started already.
        if (ready) Object.assign(this, { _fork: ready });
        await super.start();
        withoutDumps(this.#process, this.#printsTo);
        withoutCommands(this.#process, this.#writesTo);
      }

      override send(message: WorkerRequest): void {
        super.send(message);
        if (message.type !== 'run') return;
        for (const { filepath } of message.context.files)
          spare.#workers.set(filepath, this.#process);
      }

      get #start(): Start {
        return { entrypoint: this.entrypoint, execArgv: this.execArgv, env: this.env };
      }

      get #process(): ChildProcess {
        return (this as unknown as { fork: ChildProcess }).fork;
      }

      override async stop(): Promise<void> {
        await super.stop();
        if (watch) setTimeout(() => spare.#fork(this.#start), REST).unref();
      }
    }
    return { name: 'forks ahead', createPoolWorker: (options) => new WorkerAhead(options) };
  }

  /** The worker that a file was last given to. */
  workerOf(moduleId: string): ChildProcess | undefined {
    return this.#workers.get(moduleId);
  }

  /** When vitest ends, nobody will ask for it any more. */
  end(): void {
    this.#isOver = true;
    this.#process?.kill();
  }

  /** Those at work as well, in the middle of whatever they do. */
  endAll(): void {
    this.end();
    for (const worker of this.#workers.values()) worker.kill('SIGKILL');
  }

  #fork(start: Start): void {
    if (this.#process || this.#isOver) return;
    const { entrypoint, execArgv, env } = start;
    const started = fork(entrypoint, [], {
      env,
      execArgv: [...execArgv, '--import', AHEAD],
      stdio: 'pipe',
      serialization: 'advanced',
    });
    const forget = () => {
      if (this.#process === started) this.#process = undefined;
    };
    started.once('exit', forget).once('error', forget);
    // It ends with us, when the channel to it is closed.
    started.unref();
    started.channel?.unref();
    this.#process = started;
    this.#start = start;
  }

  #take(start: Start): ChildProcess | undefined {
    const ready = this.#process;
    this.#process = undefined;
    if (!isDeepStrictEqual(start, this.#start)) {
      ready?.kill();
      this.#remember(start);
      return undefined;
    }
    ready?.ref();
    ready?.channel?.ref();
    return ready;
  }

  #remember(start: Start): void {
    this.#start = start;
    // What was there before vitest came may be something else the next time.
    const added = Object.entries(start.env).filter(([name, value]) => value !== this.#env[name]);
    remember(HOME, this.#memory, { ...start, env: Object.fromEntries(added) });
  }
}

/** What Node and V8 print when they come to their own ends: pages of it, and none of it helps a learner. */
const DUMP = /Exception in PromiseRejectCallback|Last few GCs|FATAL ERROR/;

/** The same where Node wanted to end, and was refused: the line of ours that refused it. */
const REFUSAL = /^.*:\d+\r?\n.*would end the process in which the specs run/m;

function withoutDumps({ stderr }: ChildProcess, out: Writable): void {
  let isDumping = false;
  stderr?.unpipe(out);
  // It comes in pieces.
  stderr?.setEncoding('utf8').on('data', (printed: string) => {
    if (isDumping) return;
    const refused = printed.search(REFUSAL);
    isDumping = refused >= 0 || DUMP.test(printed);
    if (!isDumping) out.write(printed);
    else if (refused > 0) out.write(printed.slice(0, refused));
  });
}

/** What would tell the terminal to do something: another screen, another colour for all that follows. */
function withoutCommands({ stdout }: ChildProcess, out: Writable): void {
  stdout?.unpipe(out);
  stdout?.setEncoding('utf8').on('data', (printed: string) => out.write(withoutControls(printed)));
}
