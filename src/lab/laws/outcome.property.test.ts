/**
 * The laws about how a run ends, and about what was going on when something happened, each against a
 * definition of one line. A failure prints a seed and a path that replay it.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Program, perform, piecesOf, programs } from '../../testing/programs/work.ts';
import { install } from '../install.ts';
import { observe } from '../run/observe.ts';
import { workOf } from '../trace/look.ts';
import type { Moment, Span } from '../trace/trace.ts';
import { toAbort, toSettleLast } from './cancel.ts';
import { toLeaveNothing } from './left.ts';
import { toFailWith, toGive } from './outcome.ts';
import { toSplit } from './split.ts';

install();

const endOf = ({ end }: Span) => end as Moment;

const millis = fc.integer({ min: 1, max: 9 });

test('toSettleLast and toLeaveNothing: nobody who was called is at work when it returns', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), fc.boolean(), millis, async (program, isAwaited, after) => {
      const trace = await observe(async (lab) => {
        const whole = perform(program, lab);
        await (isAwaited ? whole : lab.sleep(after));
      });
      const isLast = (span: Span) => endOf(span).order < trace.outcome.order;
      expect(toSettleLast(trace) === undefined).toBe(workOf(trace).every(isLast));
      const atWork = trace.spans.filter((span) => span.kind === 'wait' && !isLast(span));
      const found = trace.left.filter(({ kind }) => kind === 'work');
      const begun = atWork.filter(({ start }) => start.order < trace.outcome.order);
      expect(found.length).toBe(begun.length);
      if (isAwaited) expect(toLeaveNothing(trace)).toBeUndefined();
      if (found.length > 0) expect(toLeaveNothing(trace)).toBeDefined();
    }),
  );
});

test('toGive: the very value, however it is built, and no other', async () => {
  const value = fc.anything({ withSet: true, withMap: true, maxDepth: 2 });
  await fc.assert(
    fc.asyncProperty(value, value, async (given, other) => {
      fc.pre(typeof (given as { then?: unknown } | null)?.then !== 'function');
      const trace = await observe(() => given);
      expect(toGive(trace, given)).toBeUndefined();
      expect(toGive(trace, other) === undefined).toBe(isDeepStrictEqual(given, other));
    }),
  );
});

test('toFailWith: these words at this ms, of that piece of work', async () => {
  await fc.assert(
    fc.asyncProperty(millis, millis, fc.boolean(), async (ms, other, isWrapped) => {
      const trace = await observe(async ({ job }) => {
        await job('a', ms, { fails: true })().catch((error) => {
          throw isWrapped ? new Error(error.message) : error;
        });
      });
      expect(toFailWith(trace, 'a failed', ms) === undefined).toBe(!isWrapped);
      expect(toFailWith(trace, 'a failed', other) === undefined).toBe(!isWrapped && other === ms);
      expect(toFailWith(trace, 'a fails', ms)).toBeDefined();
      expect(toGive(trace, undefined)).toBeDefined();
    }),
  );
});

test('toAbort: exactly those, each at its ms', async () => {
  const job = fc.record({ takes: millis, abortAt: fc.option(millis) });
  const jobs = fc.array(job, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(jobs, fc.nat(), millis, async (all, n, by) => {
      const trace = await observe(async ({ job, at }) => {
        const running = all.map(({ takes, abortAt }, i) => {
          const controller = new AbortController();
          if (abortAt !== null) at(abortAt, () => controller.abort());
          return job(`job ${i}`, takes)(controller.signal);
        });
        await Promise.allSettled(running);
      });
      const stopped = all.flatMap(({ takes, abortAt }, i) =>
        abortAt !== null && abortAt <= takes ? [[`job ${i}`, abortAt] as const] : [],
      );
      expect(toAbort(trace, Object.fromEntries(stopped))).toBeUndefined();
      const i = n % all.length;
      const spoilt = Object.fromEntries(stopped);
      if (`job ${i}` in spoilt && by % 2) delete spoilt[`job ${i}`];
      else spoilt[`job ${i}`] = (spoilt[`job ${i}`] ?? 0) + by;
      expect(toAbort(trace, spoilt)?.fact).toMatch(/\S/);
    }),
  );
});

test('toSplit: who is done by then, and who is pending', async () => {
  await fc.assert(
    fc.asyncProperty(programs(), millis, fc.nat(), async (program, after, n) => {
      const names = piecesOf(program).map(({ name }) => name);
      const done: string[] = [];
      const note = (part: Program) => async (lab: Parameters<typeof perform>[1]) => {
        await perform(part, lab);
        if ('name' in part) done.push(part.name);
      };
      const trace = await observe(async (lab) => {
        for (const piece of piecesOf(program)) void note(piece)(lab);
        await lab.sleep(after);
        const now = [...done];
        return { done: now, pending: names.filter((name) => !now.includes(name)) };
      });
      expect(trace.outcome.kind).toBe('returned');
      const { value } = trace.outcome as { value?: unknown };
      const truth = value as { done: string[]; pending: string[] };
      expect(toSplit(trace, truth.done, truth.pending)).toBeUndefined();
      const moved = names[n % names.length] as string;
      const without = (some: string[]) => some.filter((name) => name !== moved);
      const lie = truth.done.includes(moved)
        ? { done: without(truth.done), pending: [...truth.pending, moved] }
        : { done: [...truth.done, moved], pending: without(truth.pending) };
      expect(toSplit(trace, lie.done, lie.pending)?.fact).toMatch(/\S/);
    }),
  );
});
