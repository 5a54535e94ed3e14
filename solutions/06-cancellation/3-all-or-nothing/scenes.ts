import { fc, items, scenes } from '#scenes';

/** Free: what counts when the signal is aborted in the same ms in which a step ends. Here neither falls together. */
const APART = 64;

type Step = Parameters<typeof import('../3-all-or-nothing.ts').allOrNothing>[0][number];

const kinds = { stops: true, throws: true, again: true, most: 4 } as const;

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    doings: fc.oneof(
      items({ ...kinds, rejects: 'rarely' }),
      items({ ...kinds, rejects: 'sometimes' }),
    ),
    waysBack: fc.oneof(
      items({ ...kinds, rejects: 'never' }),
      items({ ...kinds, rejects: 'sometimes' }),
    ),
    aborts: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('never' as const, 'before' as const) },
      { weight: 4, arbitrary: fc.nat(60).map((n) => n * APART + 1) },
    ),
  }),
  call({ allOrNothing }: typeof import('../3-all-or-nothing.ts'), input, tools) {
    const { doings, waysBack, aborts } = input;
    const apart = (list: typeof doings) =>
      list.map((item) => ('takes' in item ? { ...item, takes: APART * (item.takes ?? 1) } : item));
    // In one list, so that each has a name of its own.
    const all = tools.ops(apart([...doings, ...waysBack]));
    const undos = all.splice(doings.length);
    const known = new Map<unknown, Step>();
    const steps = all.map((doing, i) => {
      const undo = undos[i] ?? tools.op('another undo', { takes: APART });
      // The same 'do' again is the same step again.
      const step = known.get(doing) ?? { do: doing, undo };
      known.set(doing, step);
      return step;
    });
    const controller = tools.lab.controller();
    const reason = tools.label(new Error('stop'), 'the reason of the signal');
    const abort = () => controller.abort(reason);
    if (aborts === 'before') abort();
    if (typeof aborts === 'number') tools.lab.at(aborts, abort);
    tools.keeps(steps);
    return tools.settles(() =>
      allOrNothing(steps, controller.signal).catch((error) => {
        if (!(error instanceof AggregateError) || error.cause === undefined) throw error;
        tools.note(`not undone: ${tools.say(error.errors)}, because of ${tools.say(error.cause)}`);
      }),
    );
  },
});
