/** Does what a program says: the same code in a bare process and in the lab. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { settled } from './settled.ts';
import type { Awaited, Block, Step, Volley } from './step.ts';
import type { World } from './world.ts';

type Handle = NodeJS.Timeout | NodeJS.Immediate;

const storage = new AsyncLocalStorage<string>();

/** For so many ms. */
const COMPUTES = 17;

let broadcasts = 0;

/** One program under way. */
export class Performance {
  readonly #world: World;
  readonly #handles: Handle[] = [];
  readonly #endings: (() => void)[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  block({ name, steps }: Block): void {
    this.#say(name);
    for (const step of steps) this.#do(step);
  }

  /** Nothing of it is to go on. */
  end(): void {
    for (const end of this.#endings) end();
    for (const handle of this.#handles) clear(handle);
  }

  #say(line: string): void {
    const store = storage.getStore();
    this.#world.log(store ? `${line} in ${store}` : line);
  }

  #do(step: Step): unknown {
    switch (step.do) {
      case 'timeout':
        this.#world.expect(step.ms);
        this.#handles.push(setTimeout(() => this.block(step.runs), step.ms));
        return;
      case 'interval':
        return this.#interval(step);
      case 'volley':
        return this.#volley(step);
      case 'beats': {
        const { name, ms, burns, beside } = step;
        this.#interval({ do: 'interval', ms, times: 2, burns, runs: { name, steps: [] } });
        this.#world.expect(2 * ms + beside);
        this.#handles.push(setTimeout(() => this.#say(`${name} beside`), 2 * ms + beside));
        return;
      }
      case 'AbortSignal.timeout':
        this.#world.expect(step.ms);
        AbortSignal.timeout(step.ms).addEventListener('abort', () => this.block(step.runs));
        return;
      case 'immediate':
        this.#handles.push(setImmediate(() => this.#entered(step.runs)));
        return;
      case 'tick':
        process.nextTick(() => this.block(step.runs));
        return;
      case 'microtask':
        queueMicrotask(() => this.block(step.runs));
        return;
      case 'then':
        void Promise.resolve().then(() => this.block(step.runs));
        return;
      case 'messages':
        return this.#messages(step);
      case 'broadcast':
        return this.#broadcast(step);
      case 'emit': {
        const emitter = new EventEmitter();
        for (let i = 0; i < step.listeners; i++) emitter.on('event', () => this.block(step.runs));
        emitter.emit('event');
        return;
      }
      case 'stream': {
        const stream = new PassThrough({ objectMode: true });
        stream.on('data', () => this.block(step.runs));
        stream.on('end', () => this.#say(`${step.runs.name} ends`));
        for (let i = 0; i < step.chunks; i++) stream.write(i);
        stream.end();
        return;
      }
      case 'in a context':
        return storage.run(step.store, () => this.block(step.runs));
      case 'enter a context':
        return storage.enterWith(step.store);
      case 'burn':
        return this.#world.burn(step.ms);
      case 'throw':
        throw new Error('thrown');
      case 'reject':
        void Promise.reject(new Error('rejected'));
        return;
      case 'async':
        void this.#async(step.name, step.awaits);
        return;
      default:
        return this.#change(step.do, step.which);
    }
  }

  #entered(block: Block): void {
    this.#world.enter();
    this.block(block);
  }

  #interval({ ms, times, burns, runs }: Step & { do: 'interval' }): void {
    let left = times;
    this.#world.expect(ms);
    const interval = setInterval(() => {
      if (--left === 0) clearInterval(interval);
      else this.#world.expect(ms);
      this.block(runs);
      if (burns > 0) this.#world.burn(burns);
    }, ms);
    this.#handles.push(interval);
  }

  #volley({ of, name, ms, many, by, does, to }: Volley): void {
    const all: Handle[] = [];
    const isTimeout = of === 'timeouts';
    const run = (i: number) => {
      if (of === 'immediates') this.#entered({ name: `${name}${i}`, steps: [] });
      else this.#say(`${name}${i}`);
      if (i !== by) return;
      const other = all[to % many] as Handle;
      if (does === 'clear') clear(other);
      else if (does === 'burn') this.#world.burn(COMPUTES);
      else if (does === 'throw') throw new Error('thrown');
      else if ('refresh' in other) {
        this.#world.expect(ms);
        other.refresh();
      }
    };
    for (let i = 0; i < many; i++) {
      if (of === 'ticks') process.nextTick(run, i);
      else if (of === 'microtasks') queueMicrotask(() => run(i));
      else {
        if (isTimeout) this.#world.expect(ms);
        all.push(isTimeout ? setTimeout(run, ms, i) : setImmediate(run, i));
      }
    }
    this.#handles.push(...all);
  }

  #messages({ posts, closes, runs }: Step & { do: 'messages' }): void {
    this.#world.port('made');
    const { port1, port2 } = new MessageChannel();
    this.#endings.push(() => port1.close());
    let left = posts;
    port2.on('message', () => {
      if (--left === 0 && closes) {
        this.#world.port('closing');
        port2.close();
      }
      this.#entered(runs);
    });
    if (closes) port1.on('close', () => this.#say(`${runs.name} closes`));
    for (let i = 0; i < posts; i++) port1.postMessage(i);
  }

  #broadcast({ posts, runs }: Step & { do: 'broadcast' }): void {
    const name = `broadcast ${broadcasts++}`;
    this.#world.port('made');
    const [from, to] = [new BroadcastChannel(name), new BroadcastChannel(name)];
    this.#endings.push(
      () => from.close(),
      () => to.close(),
    );
    to.onmessage = () => this.#entered(runs);
    for (let i = 0; i < posts; i++) from.postMessage(i);
  }

  #change(what: 'clear' | 'refresh' | 'unref' | 'ref', which: number): void {
    const handle = this.#handles[which % this.#handles.length];
    if (!handle) return;
    if (what === 'clear') clear(handle);
    else if (what !== 'refresh') handle[what]();
    else if ('refresh' in handle) handle.refresh();
  }

  async #async(name: string, awaits: readonly Awaited[]): Promise<void> {
    this.#say(name);
    for (const [i, one] of awaits.entries()) {
      await settled(one, this.#world, () => this.#say(`${name} ${i + 1}…`));
      this.#say(`${name} ${i + 1}`);
    }
  }
}

function clear(handle: Handle): void {
  if ('refresh' in handle) clearTimeout(handle);
  else clearImmediate(handle);
}
