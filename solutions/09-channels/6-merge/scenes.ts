import { fc, rarely, reason, scenes, type Tools, value } from '#scenes';

// Free: what comes first in one ms. So a value of each source and the reader have bits of their own in each sum of times.
const MOST = 4;
const VALUES = 4;
const UNIT = 2 ** ((MOST + 1) * (VALUES + 1) + 1);
/** A wait of the reader, or of the source with this number. */
const takes = (ms: number, place: number, i: number) => ms * UNIT + 2 ** (place * (VALUES + 1) + i);

interface Source {
  readonly values: readonly { readonly value: unknown; readonly ms: number }[];
  readonly end: number;
  readonly fails?: { readonly with: unknown } | undefined;
  readonly sticks?: { readonly with: unknown } | undefined;
  readonly closesIn: number;
  readonly canBeClosed: boolean;
  /** What fails is thrown in the call. */
  readonly throws: boolean;
  /** Its results have no `done` but at the end, where there is a value. */
  readonly isLean: boolean;
}

/** By hand: when it is closed, what it makes comes to its end. */
function iteratorOf(tools: Tools, source: Source, place: number, isBusy: boolean) {
  const end = { done: true, value: source.isLean ? 'the end' : undefined };
  let asked = 0;
  let isOver = false;
  let giveUp = () => {};
  const make = async (i: number) => {
    const { value, ms } = source.values[i] ?? { value: undefined, ms: source.end };
    const isClosed = await new Promise<boolean>((resolve) => {
      giveUp = () => resolve(true);
      tools.lab.at(takes(ms, place, i), () => resolve(false));
    });
    if (isClosed) return end;
    if (i < source.values.length) return source.isLean ? { value } : { done: false, value };
    isOver = true;
    if (source.fails) throw source.fails.with;
    return end;
  };
  const next = () => {
    if (isOver) return Promise.resolve(end);
    const i = asked++;
    if (!source.throws || !source.fails || i === 0 || i < source.values.length) return make(i);
    isOver = true;
    throw source.fails.with;
  };
  let closings = 0;
  const close = () => {
    if (isOver) return Promise.resolve(end);
    if (closings++ > 0) tools.noteAnyTime(`source no. ${place} is closed again`);
    // Free: which of them have ended when a busy reader leaves.
    else if (!isBusy) tools.note(`source no. ${place} is closed`);
    giveUp();
    if (source.sticks && source.throws) throw source.sticks.with;
    return tools.lab.sleep(takes(source.closesIn, place, VALUES)).then(() => {
      if (source.sticks) throw source.sticks.with;
      return end;
    });
  };
  const iterator = {
    next,
    return() {
      if (this !== iterator) throw new TypeError('it has lost its iterator');
      return close();
    },
  };
  return source.canBeClosed ? iterator : { next };
}

const maybe = (kind: fc.Arbitrary<unknown>) =>
  fc.tuple(rarely, kind).map(([does, it]) => (does ? { with: it } : undefined));

const ms = fc.constantFrom(1, 2, 3, 5, 7, 11);

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-closing-is-unhandled': 'Each source of a busy reader can be closed.',
    'wrong-lost-wake-up': 'No source has a value at hand: what comes first in one ms is free.',
    'wrong-one-ahead':
      'A busy reader has one value of each source, and an idle one has read it before the next is there.',
    'wrong-pumps-ahead':
      'A busy reader has one value of each source, and an idle one has read it before the next is there.',
    'wrong-ten-at-most': 'There are no ten sources.',
  },
  input: fc.record({
    sources: fc.array(
      fc.record({
        values: fc.array(fc.record({ value, ms }), { maxLength: VALUES, size: 'max' }),
        end: ms,
        fails: maybe(reason),
        closesIn: ms,
        canBeClosed: fc.constantFrom(true, true, true, false),
        throws: fc.boolean(),
        isLean: rarely,
      }),
      { maxLength: MOST, size: 'max' },
    ),
    /** Free: which reason counts if two sources cannot be closed. */
    sticks: maybe(fc.record({ place: fc.nat(MOST - 1), reason })),
    /** How long the reader works on each value, where it does. */
    busy: fc.constantFrom(0, 0, 1, 3, 13),
    /** When the reader asks for the first value. */
    begins: fc.constantFrom(0, 0, 3),
    /** The first source is passed once more. */
    again: rarely,
    /** The reader leaves with that value. */
    leaves: fc.option(fc.nat(5)),
  }),
  async call({ merge }: typeof import('../6-merge.ts'), input, tools) {
    const { busy, begins, again } = input;
    const isBusy = busy > 0;
    // Free: whether a source is asked again, and throws, before a reader leaves, and what becomes of an unread failure.
    const isFree = input.sources.some(({ throws, fails }) => (throws || isBusy) && fails);
    const leaves = isFree ? null : input.leaves;
    const stuck = input.sticks?.with as { place: number; reason: unknown } | undefined;
    const isAlone = input.sources.length === 1 && !again;
    let made = 0;
    const sources = input.sources.map((one, place) => {
      // Free: when a busy reader has a source asked again. So there is one value of each, or its failure.
      const first = [{ value: `of no. ${place}`, ms: one.end }];
      const values = isBusy ? first.slice(one.fails && !isAlone ? 1 : 0) : one.values;
      const sticks = stuck?.place === place && !isBusy ? { with: stuck.reason } : undefined;
      const source = { ...one, values, sticks };
      const iterator = () => iteratorOf(tools, source, made++, isBusy);
      return { [Symbol.asyncIterator]: iterator } as unknown as AsyncIterable<unknown>;
    });
    if (again && sources[0] && sources.length < MOST && !stuck) sources.push(sources[0]);
    const settles = isBusy ? 'settlesAnyTime' : 'settles';
    await tools[settles](async () => {
      let count = 0;
      const merged = merge(...sources);
      if (begins > 0) await tools.lab.sleep(begins * UNIT);
      for await (const read of merged) {
        tools.note(`reads ${tools.say(read)}`);
        if (leaves === count++) break;
        if (isBusy) await tools.lab.sleep(takes(busy, MOST, count));
      }
    });
  },
});
