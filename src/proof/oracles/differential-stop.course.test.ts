/**
 * The katas in which work is stopped, references and every other right attempt, against arithmetic: who
 * wins, who is told to stop and when, and when the caller hears. No package does the same. Two that end at
 * the same ms end in the order in which they were started.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { observe } from '../../lab/run/observe.ts';
import type { Lab } from '../../lab/scene/scenario.ts';
import { referenceOf } from './asyncio.ts';
import { answersTo, rarely, seenOf } from './differential.ts';

type Op = (signal: AbortSignal) => Promise<string>;

/** Times in ms; `stopsIn`: how long it takes to stop. */
interface Work {
  readonly takes: number;
  readonly fails: boolean;
  readonly stopsIn: number;
}

const works = (longest: number): fc.Arbitrary<Work[]> =>
  fc.array(
    fc.record({
      takes: fc.integer({ min: 1, max: longest }),
      fails: fc.boolean(),
      stopsIn: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 6 },
  );

const nameOf = (i: number) => `job ${i}`;

const opsIn = ({ job }: Lab, all: readonly Work[]): Op[] =>
  all.map(({ takes, fails, stopsIn }, i) =>
    job(nameOf(i), takes, { fails, stopsIn, gives: `${i}` }),
  );

/** Somebody's end: of two at the same ms the one with the lower number is the first. */
interface End {
  readonly at: number;
  readonly i: number;
}

const byTime = (a: End, b: End) => a.at - b.at || a.i - b.i;

type Model = Pick<ReturnType<typeof seenOf>, 'spans'> & {
  readonly end: { readonly at: number; readonly gives?: unknown; readonly failsWith?: unknown };
};

const failureOf = (i: number) => `Error: ${nameOf(i)} failed`;

/**
 * What is seen when each was started at its time (none: never), and all that are at work at `stop` are told
 * to stop.
 */
function spansOf(all: readonly Work[], starts: readonly number[], stop?: End): Model['spans'] {
  return starts.map((start, i) => {
    const { takes, fails, stopsIn } = all[i] as Work;
    const end = { at: start + takes, i };
    return stop && byTime(stop, end) < 0
      ? { name: nameOf(i), start, aborted: stop.at, end: stop.at + stopsIn, ending: 'aborted' }
      : {
          name: nameOf(i),
          start,
          aborted: undefined,
          end: end.at,
          ending: fails ? 'failed' : 'done',
        };
  });
}

const lastEnd = (spans: Model['spans']) => Math.max(0, ...spans.map(({ end }) => end ?? 0));

/** Runs ours, and holds it against what the model says; what it says nothing of must be nothing. */
async function expectModel<Case>(
  cases: fc.Arbitrary<Case>,
  ours: (given: Case, lab: Lab) => unknown,
  model: (given: Case) => Model | undefined,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(cases, async (given) => {
      const expected = model(given);
      fc.pre(expected !== undefined);
      const { end, ...seen } = seenOf(await observe((lab) => ours(given, lab)));
      expect({ ...seen, end: inBrief(end) }).toEqual({
        ...expected,
        marks: [],
        unhandled: [],
        left: [],
      });
    }),
  );
}

/** The words of an AggregateError are nobody's promise; what it holds is. */
function inBrief(end: ReturnType<typeof seenOf>['end']): Model['end'] {
  if (end.kind === 'returned') return { at: end.at, gives: end.value };
  const error = 'error' in end ? end.error : end.kind;
  return { at: end.at, failsWith: Array.isArray(error) ? error.slice(1) : error };
}

const endsOf = (all: readonly Work[]) =>
  all.map(({ takes }, i): End => ({ at: takes, i })).sort(byTime);

const atOnce = (all: readonly Work[]) => all.map(() => 0);

// biome-ignore lint/suspicious/noExplicitAny: what the katas' files export, found by path
type Exports = any;

type Judge = (exports: Exports) => Promise<void>;

const judgeDownloadAll: Judge = ({ downloadAll }) =>
  expectModel(
    works(8),
    (all, lab) => downloadAll(opsIn(lab, all)),
    (all) => {
      const failed = endsOf(all).find(({ i }) => all[i]?.fails);
      const spans = spansOf(all, atOnce(all), failed);
      const at = lastEnd(spans);
      return failed
        ? { spans, end: { at, failsWith: failureOf(failed.i) } }
        : { spans, end: { at, gives: all.map((_, i) => `${i}`) } };
    },
  );

const judgeFastest: Judge = ({ fastest }) =>
  expectModel(
    works(8),
    (all, lab) => fastest(opsIn(lab, all)),
    (all) => {
      const winner = endsOf(all).find(({ i }) => !all[i]?.fails);
      const spans = spansOf(all, atOnce(all), winner);
      const at = lastEnd(spans);
      return winner
        ? { spans, end: { at, gives: `${winner.i}` } }
        : { spans, end: { at, failsWith: all.map((_, i) => failureOf(i)) } };
    },
  );

interface Job {
  readonly done: Promise<unknown>;
  cancel(): void;
}

const flags = fc.array(rarely, { minLength: 6, maxLength: 6 });

const judgeWaitWithCancel: Judge = ({ waitWithCancel }) =>
  expectModel(
    fc.tuple(works(8), flags),
    async ([all, isCancelling], lab) => {
      const jobs = opsIn(lab, all).map((op): Job => {
        const controller = new AbortController();
        return { done: op(controller.signal), cancel: () => controller.abort() };
      });
      const cancelling = jobs.filter((_, i) => isCancelling[i]);
      const cause = await waitWithCancel(new Set(jobs), new Set(cancelling));
      return cause && jobs.indexOf(cause);
    },
    ([all, isCancelling]) => {
      const ends = endsOf(all);
      const first = ends.find(({ i }) => isCancelling[i]);
      const cause = first === ends.at(-1) ? undefined : first;
      const spans = spansOf(all, atOnce(all), cause);
      return { spans, end: { at: lastEnd(spans), gives: cause?.i } };
    },
  );

const judgeStaggered: Judge = ({ staggered }) =>
  expectModel(
    fc.record({ all: works(30), delay: fc.integer({ min: 1, max: 12 }) }),
    ({ all, delay }, lab) => staggered(opsIn(lab, all), delay),
    ({ all, delay }) => {
      const starts = all.length > 0 ? [0] : [];
      const ended = new Set<number>();
      for (;;) {
        const latest = starts.length - 1;
        const due = latest + 1 < all.length ? (starts[latest] as number) + delay : Infinity;
        const [next, other] = starts
          .map((start, i): End => ({ at: start + (all[i] as Work).takes, i }))
          .filter(({ i }) => !ended.has(i))
          .sort(byTime);
        // Which of two ends comes first in one ms, or an end or the delay, is nobody's promise: their timers have
        // other delays, and Node keeps a list for each.
        if (next?.at === due || (next && next.at === other?.at)) return undefined;
        if (next && next.at < due) {
          ended.add(next.i);
          if (!all[next.i]?.fails) {
            const spans = spansOf(all, starts, next);
            return { spans, end: { at: lastEnd(spans), gives: `${next.i}` } };
          }
          if (next.i === latest && latest + 1 < all.length) starts.push(next.at);
        } else if (due < Infinity) {
          starts.push(due);
        } else {
          const spans = spansOf(all, starts);
          return { spans, end: { at: lastEnd(spans), failsWith: all.map((_, i) => failureOf(i)) } };
        }
      }
    },
  );

const JUDGES: [kata: string, judge: Judge][] = [
  ['03-gather/3-stop-the-rest', judgeDownloadAll],
  ['04-wait/3-fastest-mirror', judgeFastest],
  ['04-wait/4-wait-with-cancel', judgeWaitWithCancel],
  ['04-wait/5-staggered', judgeStaggered],
];

test.each(JUDGES.flatMap(([kata, judge]) => answersTo(kata).map((file) => [file, judge] as const)))(
  '%s',
  async (file, judge) => {
    await judge(await referenceOf<Exports>(file));
  },
);

test.each(JUDGES)(
  '%s: one that does not wait for those who stop is rejected',
  async (kata, judge) => {
    const hasty = { '04-wait/3-fastest-mirror': 'returns-at-once' }[kata] ?? 'does-not-wait';
    const wrong = await referenceOf<Exports>(`${kata}/wrong-${hasty}`);
    await expect(judge(wrong)).rejects.toThrow('Property failed');
  },
);
