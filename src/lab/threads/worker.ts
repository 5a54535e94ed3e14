import { EventEmitter } from 'node:events';
import type { VirtualClock } from '../time/clock.ts';
import type { Run } from '../time/run-context.ts';
import type { Unrefed } from '../trace/trace.ts';
import { afterThisTurn, type Core, here } from './core.ts';
import { copyOf, VirtualPort } from './port.ts';
import { Thread } from './thread.ts';
import type { Threads } from './threads.ts';

interface Options {
  readonly workerData?: unknown;
  readonly transferList?: Parameters<typeof copyOf>[1];
}

/** What `new Worker(file)` gives within a run: what people use of Node's own. */
export class VirtualWorker extends EventEmitter {
  readonly threadId: number;
  readonly thread: Thread;
  readonly #core: Core;
  readonly #port: VirtualPort;
  #isOver = false;
  #isRefed = true;
  /** Its own port is ref'd by the first listener for messages, also after `unref()`. */
  #isHeeded = false;
  #unrefedAt = 0;
  #ended: Promise<number> | undefined;

  constructor(
    file: string | URL,
    { workerData, transferList = [] }: Options,
    threads: Threads,
    run: Run,
  ) {
    super();
    this.#core = here(threads.coreOf(run.clock), 'Worker');
    this.thread = new Thread(
      threads.programOf(file),
      (to) => copyOf(workerData, transferList, to),
      this.#core,
      threads,
      run.of ?? run,
      {
        online: () => this.emit('online'),
        error: (error) => this.emit('error', error),
        exit: (code) => this.#end(code),
      },
    );
    this.#port = new VirtualPort(this.#core);
    this.#port.on('message', (message) => this.emit('message', message));
    // It is no port of the program's: the thread keeps the process alive, and the end of the thread closes it.
    this.#core.ports.delete(this.#port);
    VirtualPort.join(this.#port, this.thread.port);
    this.on('newListener', (event) => {
      if (event === 'message' && this.listenerCount(event) === 0) this.#isHeeded = true;
    });
    this.on('removeListener', (event) => {
      if (event === 'message' && this.listenerCount(event) === 0) this.#isHeeded = false;
    });
    this.threadId = threads.add(this);
  }

  /** The clock of the thread that has started it. */
  get parent(): VirtualClock {
    return this.#core.clock;
  }

  /** Node waits for it. */
  get keepsAlive(): boolean {
    return !this.#isOver && (this.#isRefed || this.#isHeeded);
  }

  /** It is there, and was told not to keep the process alive. */
  get unrefed(): Unrefed | undefined {
    if (this.#isOver || this.keepsAlive) return undefined;
    return { kind: 'thread', name: this.thread.name, at: this.#unrefedAt };
  }

  /** @throws {DOMException} for what cannot be copied */
  postMessage(...message: Parameters<VirtualPort['postMessage']>): void {
    if (!this.#isOver) this.#port.postMessage(...message);
  }

  /** Fulfils when it has ended, with its exit code. */
  terminate(): Promise<number | undefined> {
    if (this.#isOver) return Promise.resolve(undefined);
    // As Node does.
    this.ref();
    this.#ended ??= new Promise((resolve) => {
      this.once('exit', resolve);
      this.thread.terminate(this.#core.clock.now);
    });
    return this.#ended;
  }

  ref(): void {
    this.#isRefed = true;
  }

  unref(): void {
    if (this.#isOver) return;
    this.#isRefed = false;
    this.#isHeeded = false;
    this.#unrefedAt = this.#core.clock.now;
    this.#core.clock.hasUnrefed = true;
  }

  /** Its port has closed. For its 'exit', which comes after that, Node waits only where it is ref'd. */
  #end(code: number): void {
    this.#isHeeded = false;
    const tell = () => {
      this.#isOver = true;
      this.emit('exit', code);
    };
    if (this.#isRefed) tell();
    else afterThisTurn(this.#core.clock, tell);
  }
}
