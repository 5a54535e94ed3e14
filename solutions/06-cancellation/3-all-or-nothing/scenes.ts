import { fc, items, rarely, reason, scenes } from '#scenes';

/** Free: what counts when the signal is aborted in the same ms in which a step ends. Here neither falls together. */
const APART = 64;

type Step = Parameters<typeof import('../3-all-or-nothing.ts').allOrNothing>[0][number];

const kinds = { stops: true, throws: true, again: true, most: 4 } as const;

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-sorts-as-text': 'No scene has eleven steps.',
    'wrong-listens-later': 'No step aborts the signal in its call.',
    'wrong-once-is-enough': 'No call begins when another one has ended.',
  },
  input: fc.record({
    doings: fc.oneof(
      items({ ...kinds, rejects: 'rarely' }),
      items({ ...kinds, rejects: 'sometimes' }),
    ),
    waysBack: fc.oneof(
      items({ ...kinds, rejects: 'never' }),
      items({ ...kinds, rejects: 'sometimes' }),
      // Each fails, with one of two reasons.
      fc.array(fc.constantFrom({ takes: 3, rejects: ['a list'] }, { takes: 2, rejects: 0 }), {
        minLength: kinds.most,
        maxLength: kinds.most,
      }),
    ),
    aborts: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('never' as const, 'before' as const) },
      { weight: 4, arbitrary: fc.nat(60).map((n) => n * APART + 1) },
    ),
    /** Without one, the signal makes another one each time. */
    reason: reason.map((it) => it ?? null),
    /** The same call a second time, while the first one is in flight. */
    twice: rarely,
    /** The caller listens, too. That leaves a listener. */
    listens: rarely,
  }),
  call({ allOrNothing }: typeof import('../3-all-or-nothing.ts'), input, tools) {
    const { doings, waysBack, aborts, twice, listens } = input;
    const controller = tools.lab.controller();
    const abort = () => controller.abort(input.reason);
    if (aborts === 'before') abort();
    if (typeof aborts === 'number') tools.lab.at(aborts, abort);
    if (listens) controller.signal.onabort = () => tools.note('onabort');

    const apart = (list: typeof doings) =>
      list.map((item) => ('takes' in item ? { ...item, takes: APART * (item.takes ?? 1) } : item));
    const signals: AbortSignal[] = [];
    // In one list, so that each has a name of its own.
    const all = tools.ops(apart([...doings, ...waysBack]), (promise, signal) => {
      signals.push(signal);
      const say = () => tools.note(`a signal is aborted with ${tools.say(signal.reason)}`);
      signal.addEventListener('abort', say);
      const over = () => signal.removeEventListener('abort', say);
      promise.then(over, over);
      return promise;
    });
    tools.finally(() => {
      if (!controller.signal.aborted && signals.some(({ aborted }) => aborted))
        tools.noteAnyTime('a signal is aborted, but not that of the caller');
    });
    const undos = all.splice(doings.length);
    const known = new Map<unknown, Step>();
    const steps = all.map((doing, i) => {
      const undo = undos[i] ?? tools.op('another undo', { takes: APART });
      // The same 'do' again is the same step again.
      const step = known.get(doing) ?? { do: doing, undo };
      known.set(doing, step);
      return step;
    });
    tools.keeps(steps);
    const run = (name: string) =>
      tools.settles(
        () =>
          allOrNothing(steps, controller.signal).catch((error) => {
            if (!(error instanceof AggregateError) || error.cause === undefined) throw error;
            const errors = tools.say(error.errors);
            tools.note(`not undone: ${errors}, because of ${tools.say(error.cause)}`);
          }),
        name,
      );
    return Promise.all([run('the call'), ...(twice ? [run('the same call')] : [])]);
  },
});
