import { Writable } from 'node:stream';
import { delay, fc, rarely, reason, scenes, type Tools, value } from '#scenes';

// Free: what comes first in one ms. So each chunk takes a bit of its own to be made, and to be written.
const MOST = 9;
const UNIT = 2 ** (2 * MOST + 2);
const makes = (ms: number, i: number) => ms * UNIT + 2 ** i;
const writes = (ms: number, i: number) => ms * UNIT + 2 ** (MOST + i);

/** A stream takes null for its end, and a falsy reason for no error. */
const chunk = value.filter((one) => one !== null);
const error = reason.filter(Boolean);

type Done = (error?: Error | null) => void;

interface Trouble {
  readonly kind: 'none' | 'write' | 'flush' | 'destroy' | 'source';
  readonly n: number;
  readonly at: number;
  readonly reason: unknown;
}

interface State {
  /** The source makes a chunk: when pump rejects is free, if something fails now. */
  isMaking: boolean;
  hasFailed: boolean;
  /** Something has failed, or it will after what is at hand: what the sink does with what it has is free. */
  isFree: boolean;
}

function sinkOf(
  tools: Tools,
  mark: number,
  takes: readonly number[],
  trouble: Trouble,
  state: State,
) {
  let count = 0;
  const work = (name: string, ms: number, isWrong: boolean, done: Done) => {
    if (!state.isFree) tools.note(name);
    if (ms === 0 && !isWrong) return done();
    tools.lab.sleep(ms).then(() => {
      if (isWrong) state.hasFailed = state.isFree = true;
      done(isWrong ? (trouble.reason as Error) : null);
    });
  };
  const sink = new Writable({
    objectMode: true,
    highWaterMark: mark,
    write: (one, _, done) => {
      const i = count++;
      const isWrong = trouble.kind === 'write' && i === trouble.n;
      // Some are written during the call.
      const ms = takes[i] === 0 ? 0 : writes(takes[i] ?? 1, i);
      work(`${tools.say(one)} is written`, ms, isWrong, done);
    },
    final: (done) => work('it flushes', writes(1, MOST), trouble.kind === 'flush', done),
  });
  const write = sink.write.bind(sink) as (...args: unknown[]) => boolean;
  sink.write = (...args: unknown[]) => {
    const hasRoom = write(...args);
    if (sink.writableLength > mark) tools.noteAnyTime('it is too full');
    return hasRoom;
  };
  return sink;
}

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-reads-in-the-background': 'How far it reads ahead is free in these scenes.',
    'wrong-closes-again': 'A generator that is closed twice is closed once.',
    'wrong-looks-too-late': 'How many chunks are asked for is free in these scenes.',
    'wrong-reads-on': 'A generator that is read to its end is closed as well.',
    'wrong-listener-per-chunk': 'A caller does not see how many listeners there are.',
    'wrong-misses-the-early-close': 'None of these sinks was destroyed before the call.',
  },
  input: fc.record({
    mark: fc.constantFrom(1, 2, 3, 5, 16),
    holds: rarely,
    chunks: fc.array(chunk, { maxLength: MOST - 2, size: 'max' }),
    writes: fc.array(delay, { minLength: MOST, maxLength: MOST }),
    /** None where all chunks are at hand. */
    makes: fc.option(fc.array(delay, { minLength: MOST, maxLength: MOST })),
    hasOnlyNext: rarely,
    trouble: fc.record({
      kind: fc.constantFrom('none', 'none', 'write', 'flush', 'destroy', 'source'),
      n: fc.nat(MOST - 3),
      at: delay,
      reason: error,
      isWithout: fc.boolean(),
    }),
  }),
  async call({ pump }: typeof import('../5-pump.ts'), input, tools) {
    const { chunks, hasOnlyNext, trouble } = input;
    // Free: how far it reads while a sink is full. So what takes time to be made never fills it.
    const takes = input.makes ?? [];
    const isSlow = input.makes !== null;
    const state: State = {
      isMaking: false,
      hasFailed: false,
      isFree: trouble.kind === 'source' && !isSlow,
    };
    const mark = isSlow ? 16 : input.mark;
    const sink = sinkOf(tools, mark, input.writes, trouble, state);
    if (input.holds && !isSlow) for (let i = 0; i < mark && i < 2; i++) sink.write('held');
    // Free: whether it reads anything at all, or is read to its end before the sink fails.
    let isOpen = false;
    tools.finally(() => isOpen && !hasOnlyNext && tools.noteAnyTime('the source is left open'));
    async function* source() {
      isOpen = true;
      const make = async (i: number) => {
        if (!isSlow) return;
        state.isMaking = true;
        await tools.lab.sleep(makes(takes[i] ?? 0, i));
        state.isMaking = false;
      };
      try {
        for (const [i, one] of chunks.entries()) {
          await make(i);
          yield one;
        }
        await make(chunks.length);
        if (trouble.kind !== 'source') return;
        state.hasFailed = state.isFree = true;
        throw trouble.reason;
      } finally {
        isOpen = false;
      }
    }
    const all = source();
    const next = () => all.next();
    const isAnyError = trouble.kind === 'destroy' && trouble.isWithout;
    if (trouble.kind === 'destroy')
      tools.at(trouble.at * UNIT + 2 ** (2 * MOST + 1), () => {
        // Free: one that is destroyed without an error while it flushes.
        if (isAnyError && sink.writableEnded && sink.writableLength === 0) return;
        if (sink.writableFinished) return;
        state.hasFailed = state.isFree = true;
        if (state.isMaking) isFreeTime = true;
        sink.destroy(isAnyError ? undefined : (trouble.reason as Error));
      });
    let isFreeTime = trouble.kind === 'source' || isSlow;
    const note = (text: string) => (isFreeTime ? tools.noteAnyTime(text) : tools.note(text));
    try {
      const result = await tools.during(() =>
        pump(hasOnlyNext ? { [Symbol.asyncIterator]: () => ({ next }) } : all, sink),
      );
      if (!state.hasFailed) isFreeTime = false;
      note(`it fulfils with ${tools.say(result)}`);
    } catch (caught) {
      note(
        isAnyError
          ? `it rejects with an Error: ${caught instanceof Error}`
          : `it rejects with ${tools.say(caught)}`,
      );
    }
    tools.noteAnyTime(sink.writableFinished ? 'finished' : `destroyed: ${sink.destroyed}`);
  },
});
