import { fc, rarely, reason, scenes, type Work, work } from '#scenes';

/** Free: what counts when the signal is aborted in the ms in which a child or a wait ends. Here they never fall together. */
const EVEN = 2;

const life = work({ rejects: 'often', stops: true, throws: true });

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-checks-only-the-sign': 'All limits make sense here.',
    'wrong-failures-of-the-child': 'No child has two supervisors.',
    'wrong-half-a-millisecond': 'All limits make sense here.',
    'wrong-longest-wait': 'No wait is that long.',
    'wrong-ten-times': 'No child is started ten times.',
    'wrong-whole-times': 'All limits are whole numbers.',
  },
  input: fc.record({
    lives: fc.array(life, { minLength: 1, maxLength: 9, size: 'max' }),
    limits: fc.record({
      delay: fc.constantFrom(2, 4, 6, 20),
      limit: fc.constantFrom(1, 2, 3, 5, Infinity),
      within: fc.constantFrom(2, 30, 60, 100, 500, Infinity),
    }),
    aborts: fc.oneof(
      { weight: 3, arbitrary: fc.constant('never' as const) },
      { weight: 1, arbitrary: fc.constant('before' as const) },
      { weight: 4, arbitrary: fc.nat(90).map((n) => n * EVEN + 1) },
    ),
    reason: reason.map((it) => it ?? null),
    isTwice: rarely,
  }),
  async call({ supervise }: typeof import('../5-supervise.ts'), input, tools) {
    const { lives, limits, aborts, isTwice } = input;
    const caller = tools.lab.controller();
    const abort = () => caller.abort(input.reason);
    if (aborts === 'before') abort();
    else if (aborts !== 'never') tools.lab.at(aborts, abort);
    const even = (one: Work): Work => ({
      ...one,
      takes: EVEN * (one.takes ?? 1),
      ...(one.stopsIn !== undefined && { stopsIn: EVEN * one.stopsIn }),
    });
    const run = (name: string) => {
      const ops = lives.map((one, i) => tools.op(`${name}${i + 1}`, even(one)));
      const last = tools.op(`${name} again`, { takes: EVEN });
      const child = (signal: AbortSignal) => (ops.shift() ?? last)(signal) as Promise<unknown>;
      return tools.settles(() => supervise(child, limits, caller.signal), `supervisor of ${name}`);
    };
    await Promise.all(isTwice ? [run('a'), run('b')] : [run('a')]);
  },
});
