/**
 * A worker process that is ready before it is asked for. Starting one takes about as long as starting
 * vitest itself, so both start at the same time; and in watch mode one waits for the next save.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import { isDeepStrictEqual } from 'node:util';
import type {
  ForksPoolWorker,
  PoolOptions,
  PoolRunnerInitializer,
  WorkerRequest,
} from 'vitest/node';

/** What a process is started with. */
interface Start {
  readonly execArgv: readonly string[];
  readonly env: Partial<NodeJS.ProcessEnv>;
}

const VITEST = dirname(createRequire(import.meta.url).resolve('vitest/package.json'));

/** Loaded ahead as well: every spec needs it, and it is the same whatever a learner writes. */
const AHEAD = new URL('./spare-worker-ahead.mjs', import.meta.url).href;

/** After a run the page comes first, then the worker for the next run. */
const REST = 50;

export class SpareWorker {
  #start: Start | undefined;
  #process: ChildProcess | undefined;
  /** The worker that each file was last given to. */
  readonly #workers = new Map<string, ChildProcess>();
  #isOver = false;

  /** @param env that the project's config asks for */
  static forRun({ watch, env }: { watch: boolean; env: Record<string, string> }): SpareWorker {
    const spare = new SpareWorker();
    spare.#fork(firstStart(watch, env));
    return spare;
  }

  /** Vitest's own pool of processes, in which one is ahead. */
  pool(Worker: typeof ForksPoolWorker, watch: boolean): PoolRunnerInitializer {
    const spare = this;
    class WorkerAhead extends Worker {
      override readonly name = 'forks ahead';
      readonly #start: Start;
      readonly #printsTo: Writable;

      constructor(options: PoolOptions) {
        super(options);
        this.#printsTo = options.project.vitest.logger.errorStream;
        this.#start = { execArgv: options.execArgv, env: options.env };
      }

      override async start(): Promise<void> {
        const ready = spare.#take(this.#start);
        // As far as vitest sees, it has been started already.
        if (ready) Object.assign(this, { _fork: ready });
        await super.start();
        withoutDumps(this.#process, this.#printsTo);
      }

      override send(message: WorkerRequest): void {
        super.send(message);
        if (message.type !== 'run') return;
        for (const { filepath } of message.context.files)
          spare.#workers.set(filepath, this.#process);
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

  #fork(start: Start): void {
    if (this.#process || this.#isOver) return;
    const { env, execArgv } = start;
    const started = fork(join(VITEST, 'dist', 'workers', 'forks.js'), [], {
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
    if (!ready) return undefined;
    this.#process = undefined;
    if (!isDeepStrictEqual(start, this.#start)) {
      ready.kill();
      return undefined;
    }
    ready.ref();
    ready.channel?.ref();
    return ready;
  }
}

/** What Node and V8 print when they come to their own ends: pages of it, and none of it helps a learner. */
const DUMP = /Exception in PromiseRejectCallback|Last few GCs|FATAL ERROR/;

function withoutDumps({ stderr }: ChildProcess, out: Writable): void {
  let isDumping = false;
  stderr?.unpipe(out);
  stderr?.on('data', (printed: Buffer) => {
    // It comes in pieces.
    isDumping ||= DUMP.test(String(printed));
    if (!isDumping) out.write(printed);
  });
}

/** What vitest will ask for; if it asks for something else, it gets that, only later. */
function firstStart(watch: boolean, more: Record<string, string>): Start {
  const env: Record<string, string | undefined> = {
    PROD: '',
    DEV: '1',
    BASE_URL: '/',
    MODE: 'test',
    ...process.env,
    TEST: 'true',
    VITEST: 'true',
    NODE_ENV: process.env.NODE_ENV || 'test',
    VITEST_MODE: watch ? 'WATCH' : 'RUN',
    FORCE_TTY: isatty(1) ? 'true' : '',
    ...more,
  };
  // There the names are the same in capitals, and vitest gives both.
  if (process.platform === 'win32')
    for (const name of Object.keys(env)) env[name.toUpperCase()] = env[name];
  return {
    execArgv: [
      ...process.execArgv.filter((option) => /^--(cpu-prof|heap-prof|diagnostic-dir)/.test(option)),
      '--experimental-import-meta-resolve',
      '--require',
      join(VITEST, 'suppress-warnings.cjs'),
      ...['node', 'development'].flatMap((condition) => ['--conditions', condition]),
    ],
    env,
  };
}
