/**
 * Each law against random runs: it accepts what is true of a run, and rejects the same with one thing
 * changed, in words that fit the terminal. A failure prints a seed and a path that replay it.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherItems, otherNumber, otherTimes, type Spoil, spoils } from '../../testing/lies.ts';
import { type Program, perform, programs } from '../../testing/programs/work.ts';
import { install } from '../install.ts';
import { observe } from '../run/observe.ts';
import { peakOf, workOf } from '../trace/look.ts';
import type { Moment, Span, Times, Trace } from '../trace/trace.ts';
import { toArrive } from './arrival.ts';
import { toSetTimers, toStart } from './counts.ts';
import { toBeSilentAtMost, toGiveWayOnlyAfter, toIdleAtMost } from './cpu.ts';
import { toLog, toLogInOrder, toLogInTheCall } from './lines.ts';
import { toBePredictedBy } from './prediction.ts';
import { toRunAsPlanned, toStartAt } from './schedule.ts';
import type { Breach } from './telling/breach.ts';
import { layOut, told } from './telling/tell.ts';
import { toPeakAt, toTake } from './time.ts';

install();

type Verdict = Breach | undefined;

const run = (program: Program) => observe((lab) => perform(program, lab));

const endOf = ({ end }: Span) => end as Moment;

/** Rejected, and in words: none of their lines is wider than a terminal. */
function expectBreach(trace: Trace, breach: Verdict): void {
  expect(breach?.fact).toMatch(/\S/);
  const widest = Math.max(
    ...layOut(told(trace, breach as Breach))
      .split('\n')
      .map((line) => line.length),
  );
  expect(widest).toBeLessThanOrEqual(80);
}

/** What is true of a run is accepted, and nothing else. */
async function holdsOnlyFor<Truth>(
  law: (trace: Trace, truth: Truth) => Verdict,
  truthOf: (trace: Trace) => Truth,
  lieOf: (truth: Truth, spoil: Spoil, trace: Trace) => Truth | undefined,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(programs(), spoils, async (program, spoil) => {
      const trace = await run(program);
      const truth = truthOf(trace);
      expect(law(trace, truth)).toBeUndefined();
      const lie = lieOf(truth, spoil, trace);
      if (lie !== undefined && !isDeepStrictEqual(lie, truth)) expectBreach(trace, law(trace, lie));
    }),
  );
}

test('toTake', () => holdsOnlyFor(toTake, ({ outcome }) => outcome.at, otherNumber));

test('toPeakAt', () => holdsOnlyFor(toPeakAt, (trace) => peakOf(workOf(trace)), otherNumber));

test('toSetTimers', () => holdsOnlyFor(toSetTimers, ({ timers }) => timers.length, otherNumber));

test('toStartAt', () =>
  holdsOnlyFor(
    toStartAt,
    (trace) => Object.fromEntries(workOf(trace).map(({ name, start }) => [name, start.at])),
    otherTimes,
  ));

test('toStart, never and twice', () =>
  holdsOnlyFor<[string, number][]>(
    (trace, counts) => counts.map(([name, n]) => toStart(trace, name, n)).find(Boolean),
    (trace) => workOf(trace).map(({ name }) => [name, 1]),
    (counts, { where, by }) =>
      counts.map(([name], i) => [name, i === Math.floor(where * counts.length) ? 1 + by : 1]),
  ));

test('toRunAsPlanned, shifted, with a piece too many and one too few', () =>
  holdsOnlyFor<Record<string, Times>>(
    (trace, plan) => toRunAsPlanned({ ...trace, plan }),
    (trace) =>
      Object.fromEntries(
        workOf(trace).map((span) => [span.name, [span.start.at, endOf(span).at] as const]),
      ),
    (plan, spoil) => {
      const which = spoil.where < 0.5 ? 0 : 1;
      const side = (i: number) =>
        Object.fromEntries(Object.entries(plan).map(([name, pair]) => [name, pair[i] as number]));
      const spoilt = [side(0), side(1)].map((one, i) =>
        i === which || spoil.how !== 'shift' ? otherTimes(one, spoil) : one,
      );
      return Object.fromEntries(
        Object.entries(spoilt[0] ?? {}).map(([name, at]) => [name, [at, spoilt[1]?.[name] ?? at]]),
      );
    },
  ));

test('toRunAsPlanned, of work that is done more than once', async () => {
  const pauses = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pauses, async (all) => {
      const trace = await observe(async ({ job, sleep }) => {
        const work = job('a', 2);
        for (const ms of all) await Promise.all([work(), sleep(ms)]);
      });
      const spans = workOf(trace).filter(({ name }) => name === 'a');
      const plan = { a: spans.map((span) => [span.start.at, endOf(span).at] as const) };
      const runs = (a: readonly Times[]) => toRunAsPlanned({ ...trace, spans, plan: { a } });
      expect(runs(plan.a)).toBeUndefined();
      expect(runs([...plan.a, [50, 52]])?.fact).toContain('was started');
      if (all.length > 1) expect(runs(plan.a.slice(1))).toBeDefined();
      if (all.length > 1) expect(runs(plan.a.slice(0, -1))).toBeDefined();
    }),
  );
});

const linesOf = ({ marks }: Trace) => marks.map(({ at, line }) => [at, line] as const);

test.each([
  ['toLog', toLog],
  ['toArrive', toArrive],
] as const)('%s', (_name, law) =>
  holdsOnlyFor(
    (trace, lines) => law(trace, ...lines),
    linesOf,
    (lines, spoil) =>
      spoil.how === 'shift'
        ? lines.map(([at, line], i) => [
            i === Math.floor(spoil.where * lines.length) ? at + spoil.by : at,
            line,
          ])
        : otherItems(lines, spoil, [3, 'stranger']),
  ),
);

test('toLogInOrder', () =>
  holdsOnlyFor(
    toLogInOrder,
    ({ marks }) => marks.map(({ line }) => line),
    (lines, spoil) => otherItems(lines, spoil, 'stranger'),
  ));

test('toLogInTheCall', () =>
  holdsOnlyFor<string[]>(
    (trace, lines) => toLogInTheCall(trace, ...lines),
    ({ marks, returned }) =>
      marks.filter(({ order }) => order < returned.order).map(({ line }) => line),
    (lines, spoil) => otherItems(lines, spoil, 'stranger'),
  ));

test('toBePredictedBy, and what lies beyond the stretch does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), spoils, fc.nat(30), async (program, spoil, until) => {
      const trace = await run(program);
      const lines = trace.marks.map(({ line }) => line);
      fc.pre(lines.length > 0);
      expect(toBePredictedBy(trace, lines)).toBeUndefined();
      const lie = otherItems(lines, spoil, 'stranger');
      const asked = trace.marks.filter(({ at }) => at <= until).length;
      const isRight = isDeepStrictEqual(lines.slice(0, asked), lie.slice(0, asked));
      if (!isDeepStrictEqual(lie, lines)) expectBreach(trace, toBePredictedBy(trace, lie));
      if (lie.length > 0) expect(toBePredictedBy(trace, lie, until) === undefined).toBe(isRight);
    }),
  );
});

const lengths = (stretches: readonly Times[]) => stretches.map(([from, to]) => to - from);

test('toBeSilentAtMost', () =>
  holdsOnlyFor(
    toBeSilentAtMost,
    ({ silences }) => Math.max(0, ...lengths(silences)),
    (longest) => (longest > 0 ? longest - 1 : undefined),
  ));

test('toGiveWayOnlyAfter', () =>
  holdsOnlyFor(
    toGiveWayOnlyAfter,
    ({ silences }) => Math.min(1000, ...lengths(silences.slice(0, -1))),
    (shortest) => (shortest < 1000 ? shortest + 1 : undefined),
  ));

test('toIdleAtMost', () =>
  holdsOnlyFor(
    toIdleAtMost,
    (trace) => {
      const burns = trace.spans.filter(({ kind }) => kind === 'burn');
      const gaps = burns.map(({ start }, i) => {
        const before = burns[i - 1];
        return start.at - (before ? endOf(before).at : 0);
      });
      return Math.max(0, ...gaps);
    },
    (longest) => (longest > 0 ? longest - 1 : undefined),
  ));
