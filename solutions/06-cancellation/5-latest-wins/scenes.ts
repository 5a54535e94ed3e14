import { delay, fc, scenes, work } from '#scenes';

// Free: a later call in the ms in which a search ends. So calls are made at an even ms, and searches end at an odd one.
const STEP = 16;
const odd = (ms: number) => ms * STEP + 1;

const kinds = { settled: 'any', stops: true, throws: true } as const;
const search = fc
  .oneof(work(kinds), work({ ...kinds, rejects: 'often' }))
  .map(({ takes, stopsIn, ...rest }) => ({
    ...rest,
    ...(takes && { takes: odd(takes) }),
    ...(stopsIn && { stopsIn: odd(stopsIn) }),
  }));

scenes(import.meta.dirname, {
  excuses: { 'wrong-old-is-dead': 'No scene lasts for 5 s.' },
  timers: true,
  duringCall: true,
  input: fc.record({
    searches: fc.array(
      fc.record({
        at: delay,
        work: search,
        /** Without one, it has a query of its own. */
        query: fc.constantFrom(undefined, undefined, undefined, ' Ro', ''),
        isDeaf: fc.constantFrom(false, false, true),
        /** Gives the promise of the search before, if that is running. */
        shares: fc.constantFrom(false, false, false, false, true),
        /** Most are in the first of two boxes, which have the same function. */
        box: fc.constantFrom(0, 0, 0, 1),
      }),
      { minLength: 1, maxLength: 6, size: 'max' },
    ),
  }),
  call({ latest }: typeof import('../5-latest-wins.ts'), { searches }, tools) {
    const ops = searches.map(({ work }, i) => tools.op(tools.name(i), work));
    const signals: AbortSignal[] = [];
    const running = new Map<number, Promise<unknown>>();
    /** The number of the call that is being made. */
    let calling = 0;
    const search = (query: string, signal: AbortSignal) => {
      const i = calling;
      const isKnown = signals.includes(signal);
      tools.note(
        `the search of call no. ${i} gets '${query}'${isKnown ? ' and an old signal' : ''}`,
      );
      signals[i] = signal;
      // A property that belongs to the search.
      if (signal) signal.onabort = () => {};
      const { isDeaf, shares } = searches[i] as (typeof searches)[number];
      const before = running.get(i - 1);
      const work =
        shares && before
          ? before
          : (ops[i] as (typeof ops)[number])(isDeaf ? new AbortController().signal : signal);
      running.set(i, work);
      const end = () => running.delete(i);
      work.then(end, end);
      return work;
    };
    const boxes = [latest(search), latest(search)];
    const make = (i: number, query: string, box: number) => {
      calling = i;
      const call = boxes[box]?.(query);
      // Free: whether the signal of a search that has ended is aborted.
      const told = [...running.keys()].filter((one) => signals[one]?.aborted);
      tools.note(`when call no. ${i} has returned, these are told to stop: ${told.sort()}`);
      const look = (how: unknown) => {
        const { aborted = false, reason } = signals[i] ?? {};
        const isReason = aborted && how === reason ? ', and that is its reason' : '';
        tools.note(`signal no. ${i} is ${aborted ? 'aborted' : 'as it was'}${isReason}`);
      };
      call?.then(look, look);
      return call;
    };
    return Promise.all(
      searches.map(({ at, work, query, box }, i) => {
        // One that ends in its call has that ms for itself.
        const ms = at * STEP + (work.takes ? 0 : 2 + 2 * i);
        const name = `call no. ${i}`;
        return tools.at(ms, () => tools.settles(() => make(i, query ?? tools.name(i), box), name));
      }),
    );
  },
});
