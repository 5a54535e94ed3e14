import { Writable } from 'node:stream';
import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  type Lab,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { pump } from './5-pump.ts';

/** What is on its way in a sink that is destroyed is given up. */
const mayLeave: ['work'] = ['work'];
const DISK_FULL = new Error('the disk is full');
const GONE = new Error('any error');

// What failures say, in the order of the tests.
const AS_IT_IS = 'The sink gets each chunk of the source, as it is and in the same order.';
const TO_THE_END =
  'The last chunk is written, and the sink still works: end() tells it that no more will come, and it has finished when it has flushed.';
const ROOM =
  "write() says whether there is room. After a true, write the next chunk, without waiting for the one before. After a false, the sink is full: wait for 'drain', and write in that millisecond.";
const FULL =
  'The sink was full already when pump was called: look at `writableNeedDrain` before the first write.';
const AHEAD =
  'What is read and not written waits in memory. Backpressure reaches the source only if your code asks it for nothing more while the sink is full.';
const SINK_FAILS =
  "The sink has failed: it emits no 'drain' and no 'finish' after that. Its error has to reach the caller, whatever your code is waiting for.";
const DEAD =
  "The sink was destroyed before it had finished. It emits no 'drain', no 'finish' and no 'error' after that, only 'close'. Chunks are lost, so that is a failure.";
const CLOSED =
  'No chunk will be read any more. The source has to know that: it may hold a file or a connection open.';
const BROKEN =
  'The source has failed, so the sink has only a part. If it is ended, that part looks like the whole; if it stays open, its file does. Destroy it, and pass on the error as it is.';
const LISTENERS =
  'A listener for each chunk is one more each time, for as long as the stream lives. Remove it when it has done its work, or add one for all chunks.';
const APART = 'Each call has a source, a sink and an end of its own.';
const STUCK =
  "Which event does your code wait for? 'drain' comes once after a write() that returned false, and 'finish' only after end(). An event that is over does not come again.";
const NO_TIMER =
  'The sink emits an event when it has room, and when it has finished. Neither needs a timer.';

type Source = NonNullable<Parameters<Lab['source']>[2]>;

interface Options extends Source {
  /** How many chunks may be in it before it is full; of bytes, if it is no stream of objects. */
  mark?: number;
  isOfBytes?: boolean;
  /** How long each chunk takes to be written: these times, again and again. */
  writes?: readonly number[];
  /** How long it takes to open, which is before its first write. */
  opens?: number;
  /** How many other chunks are in it already at the call. */
  holds?: number;
  /** What of the sink fails: 'open', 'flush', or its n-th write; and with what. */
  breaks?: 'open' | 'flush' | number;
  reason?: unknown;
  /** The source is no generator: its results have no `done: false`, and it may have no return(). */
  is?: 'by hand' | 'only next()';
  /** When it is destroyed, without an error unless one is told; at 0, and the call comes 1 ms later. */
  destroyedAt?: number;
}

const WRITES = [7, 11, 13, 5, 17, 3];
const FLUSHES = 5;

type Done = (error?: Error | null) => void;

/** A real stream, on the virtual clock. What it holds is noted as its level. */
class Sink extends Writable {
  readonly got: unknown[] = [];
  readonly #lab: Lab;
  readonly #options: Options;
  readonly #gone = new AbortController();

  constructor(lab: Lab, options: Options) {
    const { isOfBytes, mark: highWaterMark = 3, opens } = options;
    const construct = (done: Done) => this.#work('open', opens ?? 0, done);
    super({ objectMode: !isOfBytes, highWaterMark, ...(opens && { construct }) });
    this.#lab = lab;
    this.#options = options;
    // How many there are is what a test looks at.
    this.setMaxListeners(0);
  }

  override write(...args: [never]): boolean {
    const hasRoom = super.write(...args);
    this.#lab.level('sink', this.writableLength);
    const many = this.eventNames().find((name) => this.listenerCount(name) > 10);
    if (many) this.#lab.log(`more than ten listeners for '${String(many)}'`);
    return hasRoom;
  }

  override _write(chunk: unknown, _: unknown, done: Done) {
    const { writes = WRITES } = this.#options;
    const takes = writes[this.got.length % writes.length] ?? 0;
    this.got.push(chunk);
    this.#work('write', takes, done, this.got.length);
  }

  override _final(done: Done) {
    this.#work('flush', FLUSHES, done);
  }

  override _destroy(error: Error | null, done: Done) {
    this.#gone.abort();
    done(error);
  }

  async #work(name: string, takes: number, done: Done, n?: number) {
    const { breaks, reason = DISK_FULL } = this.#options;
    const fails = breaks === (n ?? name) && { failsWith: reason };
    if (takes === 0 && !fails) return done();
    try {
      await this.#lab.job(name, takes, { ...fails })(this.#gone.signal);
    } catch (error) {
      return this.destroyed || done(error as Error);
    }
    done();
    this.#lab.level('sink', this.writableLength);
  }
}

/** So many letters: 'e' twice, and then the same ones again. */
const letters = (count: number) =>
  Array.from({ length: count }, (_, i) => 'abcde'.charAt(Math.min(i % 6, 4)));

/** A new iterator each time, which notes what must not happen to it. A generator takes a second return() for nothing. */
const byHand = (lab: Lab, all: AsyncGenerator<unknown>, sink: Writable, hasReturn: boolean) => {
  let is: 'new' | 'read' | 'over' | 'closed' = 'new';
  const next = async () => {
    if (is === 'read' && sink.destroyed) lab.log('the source was asked once more');
    is = 'read';
    const { done, value } = await all.next();
    if (done) is = 'over';
    return done ? { done, value: 'the end' } : { value };
  };
  const close = () => {
    if (is === 'new' || is === 'closed') lab.log(`return() of an iterator that is ${is}`);
    is = 'closed';
    return all.return(undefined);
  };
  return { next, ...(hasReturn && { return: close }) } as AsyncIterator<unknown>;
};

/** When each chunk of a source at hand, or of a slow one that never fills the sink, is written. */
const planOf = (count: number, options: Options): Plan => {
  const { mark = 3, writes = WRITES, takes = 0, opens = 0, holds = 0 } = options;
  const of = (i: number) => (typeof takes === 'number' ? (i < count ? takes : 0) : (takes[i] ?? 0));
  const plan: [number, number][] = [];
  let free = opens;
  let now = 0;
  for (let i = 0; i < holds + count; i++) {
    if (i >= holds) now += of(i - holds);
    const start = Math.max(now, free);
    free = start + (writes[i % writes.length] ?? 0);
    // What is written during the call of write() takes no time.
    if (start < free) plan.push([start, free]);
    // It drains when it is empty.
    if (plan.filter(([, end]) => end > now).length >= mark) now = free;
  }
  const flush = Math.max(now + of(count), free);
  return {
    ...(opens > 0 && { open: [0, opens] }),
    ...(free > opens && { write: plan }),
    flush: [flush, flush + FLUSHES],
    pump: [0, flush + FLUSHES],
  };
};

/** Pumps these chunks. `fails` is when it is to reject, if that is not free. */
const pumping = (
  chunks: readonly unknown[],
  options: Options = {},
  ifStuck = STUCK,
  fails?: number,
) => {
  const { holds = 0, is, reason, destroyedAt, breaks, failsWith } = options;
  const isWhole = (breaks ?? destroyedAt ?? failsWith) === undefined;
  const failure: Plan =
    fails === undefined ? {} : { pump: [destroyedAt === 0 ? 1 : 0, fails, { fails: true }] };
  return observe(
    async (lab) => {
      const sink = new Sink(lab, options);
      for (let i = 0; i < holds; i++) sink.write('held' as never);
      if (destroyedAt !== undefined) lab.at(destroyedAt, () => sink.destroy(reason as Error));
      // By then it has emitted its close event, and never again.
      if (destroyedAt === 0) await new Promise<void>((go) => lab.at(1, go));
      const asItWas = (chunk: unknown) => (chunks.includes(chunk) ? chunk : { copyOf: chunk });
      const all = lab.source('source', chunks, { ...options, takes: options.takes ?? 0 });
      const iterator = () => byHand(lab, all, sink, is === 'by hand');
      const source = is ? { [Symbol.asyncIterator]: iterator } : all;
      try {
        const value: unknown = await lab.call('pump', () => pump(source, sink));
        if (value !== undefined) lab.log('pump fulfilled with a value');
        return sink.got.slice(holds).map(asItWas);
      } catch (error) {
        const isAnyError = sink.destroyed && destroyedAt !== undefined && error instanceof Error;
        throw isAnyError && reason === undefined ? GONE : error;
      } finally {
        const { writableFinished: isDone, destroyed } = sink;
        lab.log(`sink: ${isDone ? 'finished' : destroyed ? 'destroyed' : 'still open'}`);
      }
    },
    { mayLeave, ifStuck, plan: isWhole ? planOf(chunks.length, options) : failure },
  );
};

const statusOf = (lab: Lab, options: Options) => {
  const source = lab.source('source', letters(6), { ...options, takes: 0 });
  const end = pump(source, new Sink(lab, options));
  return end.then(
    () => 'fulfilled',
    () => 'rejected',
  );
};

/** That, and each chunk is written when there is room for it. */
const asPlanned = async (count: number, why: string, options?: Options) => {
  const trace = await pumping(letters(count), options);
  expect(trace).toRunAsPlanned(why);
  return trace;
};

/** The source makes each chunk for some time, and it takes longer than the writing. */
const SLOW = { mark: 16, writes: [2, 3], takes: [13, 7, 23, 11, 5, 19] };

/** What the sink is like, for sources at hand. */
const SINKS: Record<string, Options> = {
  'When its mark is 1:': { mark: 1 },
  'When the source has only next():': { is: 'only next()' },
  'When it is still opening:': { opens: 19 },
  'When it is full at the call:': { holds: 3 },
  'When it holds something at the call, and has room:': { mark: 5, holds: 2 },
  'When each chunk is written during the call of write():': { mark: 1, writes: [0] },
  'When some chunks are written during the call of write():': { mark: 2, writes: [0, 7, 0, 0, 3] },
};

/** When the sink fails, and what pump is waiting for. SLOW makes a chunk from 13 to 20 ms: when pump rejects is free. */
const BREAKS: Record<string, [at: number | undefined, Options]> = {
  '': [18, { breaks: 2 }],
  'When the source has only next():': [18, { breaks: 2, is: 'only next()' }],
  'When it was full at the call:': [18, { breaks: 2, holds: 3 }],
  'When it fails to open:': [11, { breaks: 'open', opens: 11 }],
  'When the source has ended, and the sink still writes:': [31, { breaks: 3, mark: 100 }],
  'When the source has ended, and the sink flushes:': [61, { breaks: 'flush' }],
  'When the source makes a chunk:': [undefined, { ...SLOW, breaks: 1 }],
  'When it is destroyed with an error:': [15, { destroyedAt: 15 }],
};

/** When the sink is destroyed, without an error. */
const ENDS: Record<string, [at: number | undefined, Options]> = {
  '': [15, { destroyedAt: 15 }],
  'When it was destroyed before the call:': [1, { destroyedAt: 0 }],
  'When it was full at the call:': [15, { destroyedAt: 15, holds: 3 }],
  'When the source has ended, and the sink still writes:': [15, { destroyedAt: 15, mark: 100 }],
  'When the source makes a chunk:': [undefined, { ...SLOW, destroyedAt: 15 }],
};

/** A stream takes a falsy reason for no error. */
const eachError = (name: string, check: (reason: unknown) => Promise<void>) =>
  eachReason(
    [name],
    async ({ [name]: reason }) => {
      if (reason) await check(reason);
    },
    'fails with',
  );

test('writes each chunk as it is, in the order of the source', async () => {
  const check = async (chunks: readonly unknown[], options?: Options) =>
    expect(await pumping(chunks, options)).toGive(chunks, AS_IT_IS);
  for (const options of [{}, { holds: 3 }, { is: 'by hand' as const }])
    await check(letters(6), options);
  // A stream takes null for its end.
  const isChunk = (value: unknown) => value !== null;
  const names = ['a', 'b', 'c', 'd'];
  await eachValue(names, (values) => check(Object.values(values).filter(isChunk)), 'is');
  const bytes = ['one', '', 'three', 'four'].map((text) => Buffer.from(text));
  await check(bytes, { isOfBytes: true });
});

test('ends the sink, and fulfils when it has finished', async () => {
  for (const count of [6, 1, 0])
    for (const options of [{}, { mark: 100 }, { opens: 23 }]) {
      const trace = await asPlanned(count, TO_THE_END, options);
      expect(trace).toLog([trace.outcome.at, 'sink: finished'], TO_THE_END);
    }
});

test('never fills the sink above its mark', async () => {
  for (const mark of [3, 1, 2, 7])
    for (const holds of [0, mark])
      expect(await pumping(letters(12), { mark, holds })).toFillTo(
        'sink',
        mark,
        holds ? FULL : ROOM,
      );
  // Two chunks of 4 bytes are less than 10.
  const bytes = letters(12).map((letter) => Buffer.from(letter.repeat(4)));
  const trace = await pumping(bytes, { mark: 10, isOfBytes: true });
  expect(trace).toFillTo('sink', 12, ROOM);
});

test('writes as soon as the sink has room and the source has a chunk', async () => {
  await asPlanned(13, ROOM);
  await eachCase(SINKS, async (options) => {
    await asPlanned(13, ROOM, options);
  });
  for (const writes of [SLOW.writes, [29, 2]]) await asPlanned(5, ROOM, { ...SLOW, writes });
});

test('reads at most as many further chunks as the mark while the sink is full', async () => {
  for (const mark of [3, 2, 5]) {
    const trace = await pumping(letters(23), { mark });
    expect(trace).toRunAhead('source', 'write', { least: mark, most: 2 * mark }, AHEAD);
  }
});

test('rejects with the error of the sink when it fails', async () => {
  const check = async (options: Options, at: number | undefined, reason: unknown = DISK_FULL) => {
    const trace = await pumping(letters(6), { ...options, reason }, SINK_FAILS, at);
    expect(trace).toRejectWith(reason, at, SINK_FAILS);
  };
  await eachCase(BREAKS, ([at, options]) => check(options, at));
  await eachError('the sink', (reason) => check({ breaks: 2 }, 18, reason));
});

test('rejects with an Error when the sink is destroyed without one', () =>
  eachCase(ENDS, async ([at, options]) => {
    expect(await pumping(letters(6), options, DEAD, at)).toRejectWith(GONE, at, DEAD);
  }));

test('closes the source when the sink fails or is destroyed', async () => {
  const check = async (times: Record<string, number>, options: Options) => {
    expect(await pumping(letters(9), options)).toClose(times, CLOSED);
    const trace = await pumping(letters(9), { ...options, is: 'by hand' });
    expect(trace).toClose(times, CLOSED);
    expect(trace).toLog([trace.outcome.at, 'sink: destroyed'], CLOSED);
  };
  for (const closesIn of [0, 17]) {
    for (const end of [{ breaks: 2 }, { destroyedAt: 18 }, { destroyedAt: 18, reason: DISK_FULL }])
      await check({ source: 18 }, { ...end, closesIn });
    for (const end of [{ breaks: 1 }, { destroyedAt: 15 }, { destroyedAt: 15, reason: DISK_FULL }])
      await check({ source: 20 }, { ...SLOW, ...end, closesIn });
  }
  // It has ended by itself.
  for (const breaks of [9, 'flush'] as const) await check({}, { mark: 100, breaks });
});

test('rejects with the error of the source, and destroys the sink', () =>
  eachError('the source', async (failsWith) => {
    const check = async (count: number, options: Options, at?: number) => {
      const trace = await pumping(letters(count), { ...options, failsWith }, BROKEN, at);
      expect(trace).toRejectWith(failsWith, at, BROKEN);
      expect(trace).toLog([trace.outcome.at, 'sink: destroyed'], BROKEN);
    };
    await check(0, {}, 0);
    await check(3, SLOW, 54);
    await check(0, SLOW, 13);
    // The sink is still writing, and may do so to the end of what it has got.
    await check(5, {});
    await check(2, { takes: [0, 3, 2] });
  }));

test('has no more listeners on the sink for more chunks', async () => {
  const trace = await pumping(letters(31), { mark: 1 });
  expect(trace).toLog([trace.outcome.at, 'sink: finished'], LISTENERS);
});

test('pumps by itself, in each call', async () => {
  const scene = () => pumping(letters(6), {}, APART);
  expect(await scene()).toRunAsPlanned(APART);
  for (const repeat of [again, together])
    await repeat(scene, (trace) => expect(trace).toRunAsPlanned(APART));
  for (const [first, status] of [
    [{}, 'fulfilled'],
    [{ breaks: 2 }, 'rejected'],
  ] as const) {
    const scene = (lab: Lab) =>
      Promise.all([statusOf(lab, first), statusOf(lab, { writes: [19] })]);
    const trace = await observe(scene, { mayLeave, ifStuck: APART });
    expect(trace).toGive([status, 'fulfilled'], APART);
    expect(trace).toTake(119, APART);
  }
});

test('sets no timer', async () => {
  for (const options of [{}, SLOW, { holds: 3 }])
    expect(await pumping(letters(6), options)).toSetTimers(0, NO_TIMER);
  for (const options of [{ breaks: 2 }, { failsWith: GONE }]) {
    const trace = await observe((lab) => statusOf(lab, options), { mayLeave });
    expect(trace).toSetTimers(0, NO_TIMER);
  }
});
