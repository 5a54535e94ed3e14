import { fc, reason, scenes, work } from '#scenes';

// Free: a call, or an abort, in the ms in which a load ends. So calls, aborts and both kinds of ends have ms of their own, but
// for a call in the line after an abort: they differ in what is left when their ms is divided by this.
const STEP = 64;

const short = fc.constantFrom(1, 2, 3, 5, 7, 11);

/** It keeps to a few of these steps, so that much happens while it runs. */
const load = fc.record({
  steps: short,
  stops: short,
  how: work({ settled: 'any', stops: true, throws: true }),
});

scenes(import.meta.dirname, {
  timers: true,
  duringCall: true,
  excuses: {
    'wrong-at-most-a-hundred': 'No scene has a hundred keys.',
    'wrong-counts-by-promise': 'No two loads return the same promise.',
    'wrong-counts-up-to-ten': 'No scene has ten calls of one load.',
    'wrong-joins-for-a-minute': 'No scene takes a minute.',
    'wrong-listens-until-the-end': 'Scenes do not look for listeners.',
  },
  calls: 1,
  input: fc.record({
    loads: fc.array(load, { minLength: 8, maxLength: 8 }),
    calls: fc.array(
      fc.record({
        /** In steps, as is all that follows. */
        at: fc.nat(13),
        key: fc.constantFrom('x', 'x', 'x', 'x', 'x', 'x', ' X', 'constructor', ''),
        /** After the call; 0: before it; 'now': in the next line; null: never. */
        leaves: fc.constantFrom(null, 1, 2, 3, 5, 7, 0, 'now' as const),
        reason,
        hasSignal: fc.constantFrom(true, true, true, false),
        /** It has the signal of the call before. */
        isSame: fc.constantFrom(false, false, false, true),
        /** Most are calls of the first of two functions, which have the same `load`. */
        box: fc.constantFrom(0, 0, 0, 0, 1),
        /** It calls once more as soon as it has settled. */
        again: fc.constantFrom(false, false, true),
        /** It calls once more in the line after its abort. */
        returns: fc.constantFrom(false, false, true),
      }),
      { minLength: 1, maxLength: 7, size: 'max' },
    ),
  }),
  call({ singleFlight }: typeof import('../2-single-flight.ts'), { loads, calls }, tools) {
    const signals: AbortSignal[] = [];
    const callers: AbortSignal[] = [];
    /** Two that call again in one ms share the load, also when it settles in the call: there, which of them joins is free. */
    let isAgain = false;
    /** The load that was just started has settled in the call: what an abort does is free. */
    let isShort = false;
    const loading = (key: string, signal: AbortSignal) => {
      const i = signals.length;
      const isOwn = !signals.includes(signal) && !callers.includes(signal) && !signal.aborted;
      tools.note(`load no. ${i} gets '${key}'${isOwn ? '' : ' and a signal that is not its own'}`);
      signals.push(signal);
      const { steps, stops, how } = loads[i % loads.length] as (typeof loads)[number];
      const { throws, ...rest } = how;
      const isLong = how.takes !== undefined || isAgain;
      isShort = !isLong;
      const takes = steps * STEP + ((8 + i - tools.lab.now()) % STEP);
      const op = tools.op(tools.name(i), {
        ...(isAgain ? rest : how),
        ...(isLong && { takes }),
        ...(how.stopsIn && { stopsIn: stops * STEP + 25 + i }),
      });
      return op(signal);
    };
    tools.finally(() => {
      const told = signals.flatMap(({ aborted }, i) => (aborted ? [i] : []));
      tools.noteAnyTime(`the signals of these loads are aborted: ${told}`);
    });
    const boxes = [singleFlight(loading), singleFlight(loading)];
    const made = calls.map((call, i) => {
      const stop = call.isSame && i > 0 ? undefined : tools.lab.controller();
      return { ...call, i, stop };
    });
    return Promise.all(
      made.map(async ({ at, key, leaves, reason, hasSignal, box, again, returns, i, stop }) => {
        const own = stop ?? made.slice(0, i).findLast((one) => one.stop)?.stop;
        const signal = own?.signal as AbortSignal;
        callers.push(signal);
        const ms = at * STEP + 46 + 2 * i;
        const ask = (once: boolean) => {
          isAgain = !once;
          return boxes[box]?.(key, hasSignal ? signal : undefined);
        };
        const leave = () => stop?.abort(reason);
        const leaveAndReturn = () => {
          leave();
          isAgain = true;
          return tools.settles(() => boxes[box]?.(key), `call no. ${i}, in the next line,`);
        };
        const then = stop && returns ? leaveAndReturn : leave;
        if (leaves === 0) leave();
        const left = leaves && leaves !== 'now' && tools.at((at + leaves) * STEP + 1 + i, then);
        await tools.at(ms, () => {
          isShort = false;
          const settled = tools.settles(() => ask(true), `call no. ${i}`);
          if (leaves === 'now' && !isShort) leave();
          return settled;
        });
        if (again) await tools.settles(() => ask(false), `call no. ${i}, once more,`);
        await left;
      }),
    );
  },
});
