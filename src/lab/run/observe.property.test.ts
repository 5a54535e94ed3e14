/**
 * What holds of every run, whatever the program. fast-check makes up the programs; a failure prints the
 * smallest one that it has found, and a seed and a path that bring it back when they are given to
 * `fc.assert` beside the property.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { traceAsText } from '../../proof/flaky/trace-as-text.ts';
import { lengthOf, perform, piecesOf, programs } from '../../testing/programs/work.ts';
import { install } from '../install.ts';
import { peakOf, workOf } from '../trace/look.ts';
import type { Moment, Span, Trace } from '../trace/trace.ts';
import { observe } from './observe.ts';

install();

const run = (program: Parameters<typeof perform>[0]) => observe((lab) => perform(program, lab));

/** Everything that a trace tells of, in the order in which it happened. */
const momentsOf = ({ spans, marks, offers, outcome }: Trace): Moment[] =>
  [
    ...spans.flatMap(({ start, aborted, end }) => [start, aborted, end]),
    ...marks,
    ...offers.map(({ made }) => made),
    outcome,
  ]
    .filter((moment) => moment !== null)
    .sort((a, b) => a.order - b.order);

test('the same program gives the same trace, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), async (program) => {
      expect(traceAsText(await run(program))).toBe(traceAsText(await run(program)));
    }),
  );
});

test('time never goes back, and no two things have the same place in the order', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), async (program) => {
      const moments = momentsOf(await run(program));
      moments.forEach((moment, i) => {
        const before = moments[i - 1] ?? { at: 0, order: -1 };
        expect(moment.at).toBeGreaterThanOrEqual(before.at);
        expect(moment.order).toBeGreaterThan(before.order);
      });
    }),
  );
});

test('without calculation it takes what the longest way through it takes, and everything comes on time', async () => {
  await fc.assert(
    fc.asyncProperty(programs({ burns: false }), async (program) => {
      const trace = await run(program);
      expect([trace.outcome.kind, trace.outcome.at]).toEqual(['returned', lengthOf(program)]);
      for (const { start, end, ready, name } of trace.spans) {
        const piece = piecesOf(program).find((one) => one.name === name);
        expect([end?.at, ready]).toEqual(Array(2).fill(start.at + (piece?.ms ?? 0)));
      }
      expect([trace.silences, trace.left, trace.uncaught]).toEqual([[], [], []]);
    }),
  );
});

test('with calculation it takes at least the longest way and all calculation, and at most everything in turn', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), async (program) => {
      const { outcome, spans } = await run(program);
      const pieces = piecesOf(program);
      const sum = (some: { ms: number }[]) => some.reduce((total, { ms }) => total + ms, 0);
      expect(outcome.at).toBeGreaterThanOrEqual(lengthOf(program));
      expect(outcome.at).toBeGreaterThanOrEqual(sum(pieces.filter((one) => one.do === 'burn')));
      expect(outcome.at).toBeLessThanOrEqual(sum(pieces));
      for (const { start, end } of spans)
        expect(outcome.at).toBeGreaterThanOrEqual((end as Moment).at - start.at);
    }),
  );
});

test('while the CPU is busy nothing else happens: nothing starts, ends or is logged, and no timer fires', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), async (program) => {
      const trace = await run(program);
      const moments = momentsOf(trace);
      for (const burn of trace.spans.filter(({ kind }) => kind === 'burn')) {
        const [from, to] = [burn.start, burn.end as Moment];
        const inside = moments.filter(({ order }) => order > from.order && order < to.order);
        expect(inside).toEqual([]);
        const during = moments.filter(({ at }) => at > from.at && at < to.at);
        expect(during).toEqual([]);
        // Every calculation is a part of a silence.
        expect(trace.silences.some(([start, end]) => start <= from.at && end >= to.at)).toBe(true);
      }
    }),
  );
});

test('what comes late comes when a calculation has ended, and no sooner than it is due', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), async (program) => {
      const trace = await run(program);
      const burns = trace.spans.filter(({ kind }) => kind === 'burn');
      const ends = burns.map(({ end }) => end?.at);
      for (const { kind, name, start, ready, end } of trace.spans) {
        if (kind !== 'wait') continue;
        const piece = piecesOf(program).find((one) => one.name === name);
        expect(ready).toBe(start.at + (piece?.ms ?? 0));
        expect(end?.at).toBeGreaterThanOrEqual(ready as number);
        if (end?.at !== ready) expect(ends).toContain(end?.at);
      }
      for (const { late } of trace.timers) {
        for (const [due, fired] of late) {
          expect(fired).toBeGreaterThan(due);
          expect(ends).toContain(fired);
        }
      }
    }),
  );
});

test('the peak is what counting starts and ends comes to, and at most the number of pieces', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), async (program) => {
      const work = workOf(await run(program));
      expect(peakOf(work)).toBe(counted(work));
      expect(peakOf(work)).toBeLessThanOrEqual(work.length);
    }),
  );
});

test('code that waits forever is found out when the last thing has happened', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), async (program) => {
      const ended = await run(program);
      const { outcome } = await observe(async (lab) => {
        await perform(program, lab);
        await new Promise(() => {});
      });
      expect([outcome.kind, outcome.at]).toEqual(['deadlock', ended.outcome.at]);
    }),
  );
});

test('every clock that a program can read tells the same time', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), async (program) => {
      const apart: number[][] = [];
      await observe(async (lab) => {
        const origin = Date.now();
        const read = () => {
          const times = [
            Date.now() - origin,
            performance.now(),
            Number(process.hrtime.bigint()) / 1e6,
            Date.parse(new Date().toISOString()) - origin,
          ];
          if (times.some((time) => time !== lab.now())) apart.push([lab.now(), ...times]);
        };
        await perform(program, { ...lab, log: read });
        read();
      });
      expect(apart).toEqual([]);
    }),
  );
});

/** The highest count when a start counts one up and an end one down. */
function counted(spans: readonly Span[]): number {
  const steps = spans.flatMap(({ start, end }) => [
    { order: start.order, by: 1 },
    ...(end ? [{ order: end.order, by: -1 }] : []),
  ]);
  let count = 0;
  let peak = 0;
  for (const { by } of steps.sort((a, b) => a.order - b.order)) {
    count += by;
    peak = Math.max(peak, count);
  }
  return peak;
}
