import { fc, rarely, reason, scenes, type Work, work } from '#scenes';

/** Free: what counts when an answer, the timeout, an abort or the end of the pause fall together. Here they never do. */
const STEP = 4;

const URL_OF_PAGE = 'http://a.test/shop/1';

/** Free: what comes of a reason that cannot be turned into a text. */
const isTextual = (it: unknown): boolean => {
  try {
    return typeof String(it) === 'string';
  } catch {
    return false;
  }
};
const textual = reason.filter(isTextual);
const tried = work({ rejects: 'often', stops: true, throws: true }).filter(
  ({ rejects, stopsWith }) => isTextual(rejects) && isTextual(stopsWith),
);

const answer = fc.record({
  status: fc.constantFrom(200, 503, 500, 404, 301, 599, 399, 201),
  location: fc.constantFrom(undefined, '/2', 'next', 'http://b.test', 'http://['),
});

scenes(import.meta.dirname, {
  excuses: {
    'wrong-aborts-before-it-rejects': 'No work here settles inside its abort listener.',
    'wrong-aborts-without-reason': 'The reason of the signal of a fetch is not looked at.',
    'wrong-checks-only-the-sign': 'All times make sense here.',
  },
  input: fc.record({
    tries: fc.array(fc.tuple(tried, answer), { minLength: 2, maxLength: 2 }),
    timeout: fc.constantFrom(2, 6, 14, 40, 400),
    pause: fc.constantFrom(1, 3, 11, 50),
    aborts: fc.oneof(
      { weight: 4, arbitrary: fc.constant('never' as const) },
      { weight: 1, arbitrary: fc.constantFrom('before' as const, 'in the call' as const) },
      { weight: 4, arbitrary: fc.nat(60) },
    ),
    reason: textual.map((it) => it ?? null),
    isTwice: rarely,
  }),
  async call({ load }: typeof import('../2-load.ts'), input, tools) {
    const { tries, timeout, pause, aborts, isTwice } = input;
    // Free: whether a timer is set where the call of `fetch` throws or aborts the signal, and what one of
    // AbortSignal.timeout does after the end.
    tools.finally(({ timers }) => {
      if (timers.some(({ fired }) => fired > 1)) tools.noteAnyTime('a timer fires again and again');
    });
    const caller = tools.lab.controller();
    const abort = () => caller.abort(input.reason);
    if (aborts === 'before') abort();
    else if (typeof aborts === 'number') tools.lab.at(aborts * STEP + 1, abort);
    const run = (name: string) => {
      const ops = [...tries, ...tries].map(([one, head], i) => {
        const { location, status } = head;
        const gives = { status, links: [`from ${i}`], ...(location !== undefined && { location }) };
        const ends = 'rejects' in one || one.fails ? {} : { fulfils: gives };
        const takes = STEP * (one.takes ?? 1);
        const stops = one.stopsIn !== undefined && { stopsIn: STEP * one.stopsIn };
        return tools.op(`${name}${i + 1}`, { ...one, ...ends, takes, ...stops } as Work);
      });
      const fetch = (_url: string, { signal }: { signal: AbortSignal }) => {
        if (aborts === 'in the call') abort();
        return (ops.shift() ?? tools.op(`${name} again`, { takes: STEP }))(signal) as never;
      };
      const times = { timeout: STEP * timeout + 2, pause: STEP * pause + 3 };
      return tools.settles(
        () => load(URL_OF_PAGE, { fetch, ...times, signal: caller.signal }),
        `load of ${name}`,
      );
    };
    await Promise.all(isTwice && aborts !== 'in the call' ? [run('a'), run('b')] : [run('a')]);
  },
});
