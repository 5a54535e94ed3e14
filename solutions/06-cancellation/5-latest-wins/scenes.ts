import { delay, fc, scenes, work } from '#scenes';

// Free: a later call in the ms in which a search ends. So calls are made at an even ms, and searches end at an odd one.
const STEP = 16;
const odd = (ms: number) => ms * STEP + 1;

const search = work({ settled: 'any', stops: true, throws: true }).map(
  ({ takes, stopsIn, ...rest }) => ({
    ...rest,
    ...(takes && { takes: odd(takes) }),
    ...(stopsIn && { stopsIn: odd(stopsIn) }),
  }),
);

scenes(import.meta.dirname, {
  timers: true,
  duringCall: true,
  input: fc.record({
    searches: fc.array(
      fc.record({
        at: delay,
        work: search,
        /** Without one, it has a query of its own. */
        query: fc.constantFrom(undefined, undefined, undefined, ' Ro', ''),
        /** In one of two boxes with the same function. */
        box: fc.nat(1),
      }),
      { minLength: 1, maxLength: 5, size: 'max' },
    ),
  }),
  call({ latest }: typeof import('../5-latest-wins.ts'), { searches }, tools) {
    const ops = searches.map(({ work }, i) => tools.op(tools.name(i), work));
    const signals: AbortSignal[] = [];
    /** The number of the call that is being made. */
    let calling = 0;
    const search = (query: string, signal: AbortSignal) => {
      signals[calling] = signal;
      tools.note(`the search of call no. ${calling} gets '${query}'`);
      return (ops[calling] as (typeof ops)[number])(signal);
    };
    const boxes = [latest(search), latest(search)];
    const make = (i: number, query: string, box: number) => {
      calling = i;
      const call = boxes[box]?.(query);
      call?.catch((error: unknown) => {
        const { aborted, reason } = signals[i] ?? {};
        if (aborted && error === reason) tools.note(`that is the reason of signal no. ${i}`);
      });
      return call;
    };
    return Promise.all(
      searches.map(({ at, work, query, box }, i) => {
        // One that ends in its call has that ms for itself.
        const ms = at * STEP + (work.takes ? 0 : 2 + 2 * i);
        return tools.at(ms, () =>
          tools.settles(() => make(i, query ?? tools.name(i), box), `call no. ${i}`),
        );
      }),
    );
  },
});
