import { delay, fc, rarely, reason, scenes, time, value, type Work, work } from '#scenes';

/** Free: what counts when the signal is aborted in the ms in which an attempt or a wait ends. Here none does. */
const APART = 10;

const kinds = { settled: 'any', stops: true, throws: true, never: true } as const;

const LONG = 4009;

const senseless = fc.constantFrom(
  { attempts: 0 },
  { attempts: 1.5 },
  { delay: 0 },
  { delay: Number.NaN },
  { factor: 0 },
  // It makes sense, but is no whole number.
  { delay: APART + 0.5, factor: 1 },
);

/** Free: whether a timer is set, and cleared, when `isWorthIt` has aborted the signal. */
const anyTimers = new WeakSet<object>();

scenes(import.meta.dirname, {
  excuses: {
    'wrong-gives-up-at-a-time-limit': 'No reason of these scenes is a TimeoutError.',
    'wrong-tries-after-a-late-value':
      'What becomes of a value that comes after the abort is free, so it fails here.',
  },
  input: fc.record({
    works: fc.array(work({ ...kinds, rejects: 'often' }), { minLength: 1, maxLength: 5 }),
    /** Whether they come again and again, up to twelve of them. After that, an attempt fulfils. */
    again: fc.boolean(),
    last: fc.record({ fulfils: value }),
    attempts: fc.constantFrom(1, 2, 3, 5, 12, Number.POSITIVE_INFINITY),
    /** In APART ms. The long one is longer than what many take for the longest wait. */
    delay: fc.oneof({ weight: 8, arbitrary: time }, fc.constant(LONG)),
    factor: fc.constantFrom(undefined, 1, 2, 3),
    senseless: fc.tuple(rarely, rarely, senseless).map(([a, b, one]) => (a && b ? one : {})),
    /** After which failure it is not worth it, or is the signal aborted by `isWorthIt`. */
    ends: fc.constantFrom(undefined, { at: 1 }, { at: 2 }, { at: 1, aborts: true }, { at: 7 }),
    /** A call with the same operation and the same options later, or another one with the same signal now. */
    more: fc.constantFrom('none', 'none', 'later', 'now'),
    /** In which call the operation aborts the signal. */
    leaves: fc.constantFrom(0, 0, 0, 1, 2),
    signal: fc.constantFrom('none', 'never', 'before', 'during', 'during'),
    aborts: fc.record({ at: delay, reason }),
  }),
  call({ retry }: typeof import('../6-retry.ts'), input, tools) {
    const { works, last, attempts, ends, more, signal: when, aborts } = input;
    const controller = tools.lab.controller();
    const abort = () => controller.abort(aborts.reason);
    const isAgain = input.again && input.delay < LONG;
    const list = isAgain ? Array.from({ length: 12 }, (_, i) => works[i % works.length]) : works;
    const isRange = (error: unknown) => {
      // Free: the text of that error.
      throw error instanceof RangeError ? 'a RangeError' : error;
    };
    const prepare = (who: string) => {
      const all = [...list, last].map((one, i) => {
        const { takes } = one as { takes?: number };
        const apart = takes === undefined ? one : { ...one, takes: APART * takes };
        return tools.op(`${tools.name(i)}${who}`, apart as Work);
      });
      let made = 0;
      const signals: AbortSignal[] = [];
      const op = (signal: AbortSignal) => {
        const start = all[Math.min(made++, all.length - 1)] as (typeof all)[number];
        const kind = signal instanceof AbortSignal ? 'a signal' : 'no signal';
        tools.note(`attempt no. ${made}${who} gets ${signal?.aborted ? 'an aborted one' : kind}`);
        signals.push(signal);
        if (input.leaves === made && more !== 'now') abort();
        return start(signal)
          .then((value) => {
            // Free: what becomes of a value that comes after the abort.
            if (signal?.aborted) throw 'too late';
            return value;
          })
          .catch((error) => {
            if (signal?.aborted) tools.note(`it was aborted with ${tools.say(signal.reason)}`);
            throw error;
          });
      };
      const isWorthIt = (error: unknown) => {
        // Free: whether it is asked after the last attempt.
        if (made === attempts) return true;
        tools.note(`asked after attempt no. ${made}${who}: ${tools.say(error)}`);
        const isEnd = ends?.at === made;
        if (isEnd && ends?.aborts) {
          anyTimers.add(tools.lab);
          abort();
        }
        return !isEnd || ends?.aborts === true;
      };
      const options = {
        attempts,
        delay: APART * input.delay,
        factor: input.factor,
        isWorthIt: ends && isWorthIt,
        signal: when === 'none' ? undefined : controller.signal,
        ...input.senseless,
      };
      const before = { ...options };
      tools.finally(() => {
        const names = Object.keys(before) as (keyof typeof before)[];
        if (names.some((name) => !Object.is(options[name], before[name])))
          tools.noteAnyTime('the options were changed');
        if (!controller.signal.aborted && signals.some((signal) => signal?.aborted))
          tools.noteAnyTime('the signal of an attempt is aborted');
      });
      return (name: string) => {
        made = 0;
        return tools.settles(() => retry(op, options).catch(isRange), name);
      };
    };
    tools.finally(({ timers }) => {
      if (!anyTimers.has(tools.lab)) tools.noteAnyTime(`timers set: ${timers.length}`);
    });
    if (when === 'before') abort();
    const aborting =
      when === 'during' ? tools.at(APART * aborts.at + APART / 2, abort) : Promise.resolve();
    const begin = prepare('');
    const calls = [begin('the call')];
    if (more === 'later') calls.push(calls[0]?.then(() => begin('a later call')) as Promise<void>);
    // Free: what comes first when one call aborts the signal just when an attempt of the other one ends.
    if (more === 'now' && !ends?.aborts) calls.push(prepare(' beside')('the call beside'));
    return Promise.all([...calls, aborting]);
  },
});
