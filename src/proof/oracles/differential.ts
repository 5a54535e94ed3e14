/** The same random scenario in virtual time with ours and with somebody else's, and what was seen of both. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { attemptsOf } from '../../course/attempts.ts';
import { HOME } from '../../course/home.ts';
import { katasOf } from '../../course/katas.ts';
import { observe } from '../../lab/run/observe.ts';
import type { Lab } from '../../lab/scene/scenario.ts';
import type { Trace } from '../../lab/trace/trace.ts';
import { referenceOf } from './asyncio.ts';

/** A piece of work; times in ms. */
export interface Work {
  readonly name: string;
  readonly takes: number;
  readonly fails: boolean;
}

/** Work named `a`, `b` …; much of it ends at the same ms. */
export const works = (maxLength = 6): fc.Arbitrary<Work[]> =>
  fc
    .array(fc.record({ takes: fc.integer({ min: 1, max: 6 }), fails: rarely }), { maxLength })
    .map((all) => all.map((work, i) => ({ name: String.fromCharCode(97 + i), ...work })));

/** True one time in four. */
export const rarely = fc.oneof(
  { weight: 3, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);

/** What a promise may well give. */
export const values = fc.constantFrom<unknown>(0, '', null, undefined, false, 'x', Number.NaN);

/** A job for each piece of work, none of them started; each gives its name in capitals. */
export const jobsIn = ({ job }: Lab, all: readonly Work[]) =>
  all.map(({ name, takes, fails }) => job(name, takes, { fails }));

/** The reference of a kata, `03-gather/1-gather`, and every right attempt at it: `03-gather/1-gather/right-pairs`. */
export function answersTo(kata: string): string[] {
  const rights = katasOf(HOME)
    .filter(({ id }) => id === kata)
    .flatMap(attemptsOf)
    .filter(({ kind }) => kind === 'right')
    .map(({ name }) => `${kata}/${name.slice(0, -'.ts'.length)}`);
  return [kata, ...rights];
}

/** Each right answer to a kata, by its file, with what that exports under this name. */
export const answersNamed = async <Exported>(kata: string, name: string) =>
  Promise.all(
    answersTo(kata).map(async (file) => {
      const exports = await referenceOf<Record<string, Exported>>(file);
      return [file, exports[name] as Exported] as const;
    }),
  );

/** Plays a case; what it logs, gives and fails with is compared. */
export type Scenario<Case> = (given: Case, lab: Lab) => unknown;

/**
 * Holds two scenarios against each other: how and when they end, every span, every line logged, what nobody
 * heard, and what was left.
 */
export async function expectSame<Case>(
  cases: fc.Arbitrary<Case>,
  ours: Scenario<Case>,
  theirs: Scenario<Case>,
): Promise<void> {
  const run = async (scenario: Scenario<Case>, given: Case) =>
    seenOf(await observe((lab) => scenario(given, lab)));
  await fc.assert(
    fc.asyncProperty(cases, async (given) => {
      expect(await run(ours, given)).toEqual(await run(theirs, given));
    }),
  );
}

/** What is compared of a run. */
export function seenOf({ outcome, spans, marks, unhandled, uncaught, left }: Trace) {
  const { order: _, ...end } = outcome;
  return {
    end: 'error' in end ? { ...end, error: inWords(end.error) } : end,
    spans: spans.map(({ name, start, aborted, end: ended, ending }) => ({
      name,
      start: start.at,
      aborted: aborted?.at,
      end: ended?.at,
      ending,
    })),
    marks: marks.map(({ at, line }) => [at, line]),
    unhandled: [...unhandled, ...uncaught].map(({ at, error }) => [at, inWords(error)]),
    left: left.map(({ kind, what }) => [kind, what]),
  };
}

/** An error by its class and message, with what it is made of. */
export function inWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const words = `${error.constructor.name}: ${error.message}`;
  return error instanceof AggregateError ? [words, ...error.errors.map(inWords)] : words;
}
