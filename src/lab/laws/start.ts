/** A law about when work is started: each piece at its ms, and no other. */

import { list } from '../../text/english.ts';
import { workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { causeAt } from './cancel.ts';
import { comesToAnEnd } from './outcome.ts';

/** Exactly this work is started, each piece once and at its ms. What departs from it first is told. */
export function startsAt(
  trace: Trace,
  expected: Readonly<Record<string, number>>,
): Breach | undefined {
  const work = workOf(trace);
  // What was started was started, also when all failed in the end; but a stub has done nothing.
  const breach = comesToAnEnd(trace);
  if (breach && (work.length === 0 || trace.outcome.kind !== 'failed')) return breach;
  const departures = Object.entries(expected).flatMap(([name, at]) => {
    const span = work.find((one) => one.name === name);
    if (!span)
      return [{ at, fact: `${name} was never started; expected at ${whenIs(trace, at)}.` }];
    return span.start.at === at ? [] : [departure(trace, span, at)];
  });
  const seen = new Set<string>();
  for (const span of work) {
    if (!(span.name in expected)) departures.push(unwanted(trace, span));
    else if (seen.has(span.name))
      departures.push({
        at: span.start.at,
        fact: `${span.name} was started once more at ${span.start.at} ms.`,
      });
    seen.add(span.name);
  }
  const [first] = departures.sort((a, b) => a.at - b.at);
  return first ? { fact: first.fact } : breach;
}

function departure(trace: Trace, span: Span, at: number) {
  const { name, start } = span;
  const cause = causeAt(trace, start.at);
  if (start.at > at) {
    return {
      at,
      fact: `${name} was started at ${start.at} ms${cause}; expected ${whenIs(trace, at)}.`,
    };
  }
  const busy = workOf(trace).filter(
    (other) => other.start.order < start.order && (!other.end || other.end.order > start.order),
  );
  const names = list(busy.map((other) => other.name));
  const meanwhile = names && `, while ${names} ${busy.length === 1 ? 'was' : 'were'} at work`;
  return {
    at: start.at,
    fact: `${name} was started at ${start.at} ms${cause}${meanwhile}; expected ${at} ms.`,
  };
}

function unwanted(trace: Trace, { name, start }: Span) {
  const done = workOf(trace).findLast(
    ({ end, ending }) => end && ending === 'done' && end.order < start.order,
  );
  const why = done ? `: ${done.name} was done at ${done.end?.at} ms` : '';
  return {
    at: start.at,
    fact: `${name} was started at ${start.at} ms, and should not have been${why}.`,
  };
}

function whenIs(trace: Trace, at: number): string {
  return `${at} ms${causeAt(trace, at)}`;
}
