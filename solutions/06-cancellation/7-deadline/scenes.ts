import { delay, fc, reason, scenes, time, type Work, work } from '#scenes';

// Free: what happens when two causes come in the same ms. So steps begin and end at times that 4 divides, the time is
// up 1 ms later than that, a limit is over 2 ms later, and the caller quits 3 ms later.
const by4 = (ms: number) => 4 * ms;

const scaled = (work: Work): Work => ({
  ...work,
  ...('takes' in work && { takes: by4(work.takes ?? 0) }),
  ...('stopsIn' in work && { stopsIn: by4(work.stopsIn ?? 0) }),
});

const odd = fc.constantFrom(0, 0.5, -1, Number.NaN, -Infinity);

const step = fc.record({
  /** Sometimes in the very ms in which the time is up. */
  begins: fc.oneof(
    { weight: 8, arbitrary: delay.map(by4) },
    { weight: 1, arbitrary: fc.constant('at the end' as const) },
  ),
  do: fc.oneof(
    fc.record({
      what: fc.constant('run' as const),
      /** It rejects with a TimeoutError of its own. */
      hasOwnLimit: fc.nat(7).map((n) => n === 7),
      /** The function of the step before, if that is a step. */
      again: fc.boolean(),
      work: work({ settled: 'any', stops: true, throws: true }).map(scaled),
      limit: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 4, arbitrary: time.map((ms) => by4(ms) + 2) },
        { weight: 1, arbitrary: fc.constant(Infinity) },
        { weight: 1, arbitrary: odd },
      ),
    }),
    fc.record({
      what: fc.constant('pause' as const),
      ms: fc.oneof(
        { weight: 8, arbitrary: time.map(by4) },
        { weight: 2, arbitrary: fc.constant('all that is left' as const) },
        { weight: 1, arbitrary: fc.constant(Infinity) },
        { weight: 1, arbitrary: odd },
      ),
    }),
  ),
});

const budget = fc.oneof(
  { weight: 8, arbitrary: time.map((ms) => by4(ms) + 1) },
  { weight: 1, arbitrary: fc.constant(Infinity) },
  { weight: 1, arbitrary: odd },
);

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name;

scenes(import.meta.dirname, {
  duringCall: true,
  excuses: {
    'wrong-gives-up-on-a-quit': 'No step needs a second to stop.',
    'wrong-listens-after-the-call': "No step aborts the caller's signal itself.",
    'wrong-throw-decides': "No step aborts the caller's signal itself.",
    'wrong-twenty-four-days': 'No scene takes 24 days, and timers are not compared.',
    'wrong-polls': 'Right answers set one timer or two for a pause, so timers are not compared.',
  },
  input: fc.record({
    budget,
    hasSignal: fc.boolean(),
    quits: fc.option(fc.record({ at: delay.map((ms) => by4(ms) - 1), reason }), { nil: undefined }),
    steps: fc.array(step, { minLength: 1, maxLength: 5, size: 'max' }),
  }),
  async call({ Deadline }: typeof import('../7-deadline.ts'), input, tools) {
    const { budget, hasSignal, quits, steps } = input;
    const isUp = tools.label(new Error('time'), 'a TimeoutError');
    const isAnother = tools.label(new Error('another'), 'a TimeoutError, not that of the signal');
    const own = tools.label(
      new DOMException('own', 'TimeoutError'),
      'the TimeoutError of the step',
    );
    const isOdd = tools.label(new Error('range'), 'a RangeError');
    const stop = tools.lab.controller();
    if (quits && quits.at < 0) stop.abort(quits.reason);

    let deadline: InstanceType<typeof Deadline>;
    try {
      deadline = hasSignal ? new Deadline(budget, stop.signal) : new Deadline(budget);
    } catch (error) {
      return tools.note(`constructor: ${isNamed(error, 'RangeError') ? 'RangeError' : 'error'}`);
    }
    if (!(budget >= 1)) return tools.note('constructor: no error');

    /** The text of an error that the answer makes itself is free. */
    const known = (error: unknown, signal?: AbortSignal) => {
      if (isNamed(error, 'RangeError')) return isOdd;
      if (!isNamed(error, 'TimeoutError') || error === own) return error;
      return signal?.aborted && signal.reason !== error ? isAnother : isUp;
    };
    const settles = (
      name: string,
      f: () => Promise<unknown>,
      signalOf = () => undefined as never,
    ) =>
      tools.settles(() => {
        const result = f();
        const fail = (error: unknown) => Promise.reject(known(error, signalOf()));
        return result instanceof Promise ? result.catch(fail) : result;
      }, name);

    const isQuitBy = (ms: number) => hasSignal && quits !== undefined && quits.at < ms;
    let last: ((signal: AbortSignal) => Promise<unknown>) | undefined;

    if (quits && quits.at >= 0) void tools.at(quits.at, () => stop.abort(quits.reason));
    const all = steps.map(({ begins, do: it }, i) => {
      const at = begins !== 'at the end' ? begins : budget === Infinity ? 0 : budget;
      return tools.at(at, () => {
        const name = tools.name(i);
        tools.note(`left before '${name}': ${tools.say(deadline.left())}`);
        const rest = budget === Infinity ? 4 : Math.max(1, budget - at);
        const asked = it.what === 'run' ? it.limit : it.ms;
        const ms = asked === 'all that is left' ? rest : (asked ?? Infinity);
        // Free: which of several causes counts, and what a pause without an end is good for.
        const isTooLong = it.what === 'pause' && at + ms >= budget;
        const causes = [at >= budget || isTooLong, isQuitBy(at), !(ms >= 1)].filter(Boolean);
        if (causes.length > 1 || (it.what === 'pause' && ms === budget && ms === Infinity)) return;
        if (it.what === 'pause') return settles(`pause '${name}'`, () => deadline.pause(ms));

        const op = tools.op(name, it.work);
        const signals: AbortSignal[] = [];
        const listening = (signal: AbortSignal) => {
          signals.push(signal);
          if (!(signal instanceof AbortSignal)) tools.note(`'${name}' gets no signal`);
          else if (signal.aborted) tools.note(`'${name}' gets an aborted signal`);
          return op(signal).catch((error) => {
            throw it.hasOwnLimit ? own : error;
          });
        };
        const step = (it.again && last) || listening;
        last = step;
        const run = () => (it.limit === undefined ? deadline.run(step) : deadline.run(step, ms));
        return settles(`run '${name}'`, run, () => signals[0] as never).then(() => {
          const [signal] = signals;
          // Free: whether it follows the caller after the end.
          if (quits || !signal || signal.aborted) return;
          tools.finally(() => {
            if (signal.aborted) tools.noteAnyTime(`the signal of '${name}' is aborted later`);
          });
        });
      });
    });
    await Promise.all(all);
    tools.note(`left: ${tools.say(deadline.left())}`);
  },
});
