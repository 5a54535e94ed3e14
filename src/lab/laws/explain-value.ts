/** Why a call gave another value than it should have: the mistakes that can be read off the value. */
import { isDeepStrictEqual } from 'node:util';
import { isBefore, notOverAt, workOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { endedWhen, stillAtWork } from './words.ts';

const MOST_ITEMS = 10_000;

export function explainValue(trace: Trace, value: unknown, expected: unknown): string | undefined {
  if (value === undefined)
    return 'undefined is what a function gives that returns nothing: is a return missing?';
  const race = explainWinner(trace, value, expected) ?? explainClass(value, expected);
  if (race) return race;
  const given = itemsOf(value);
  const wanted = itemsOf(expected);
  if (!given || !wanted) return undefined;
  if (given.some((item) => item instanceof Promise)) {
    return `There are promises in it: whoever made the ${Array.isArray(value) ? 'list' : 'object'} did not wait for what they promise.`;
  }
  if (given.some((item) => typeof (item as Partial<PromiseLike<unknown>>)?.then === 'function')) {
    return 'There is an object with a then in it: not a Promise by class, and still the promise of a value. await and Promise.resolve() take it as one.';
  }
  if (given.some(isSettledRecord) && !wanted.some(isSettledRecord)) {
    return 'These are the records of Promise.allSettled: each of them holds what is asked for, as its value or as its reason.';
  }
  return Array.isArray(value) && Array.isArray(expected)
    ? explainList(trace, value, expected)
    : explainTooEarly(trace, given, wanted);
}

/** It looks the same, and is of another class. */
function explainClass(value: unknown, expected: unknown): string | undefined {
  if (typeof value !== 'object' || typeof expected !== 'object' || !value || !expected) return;
  const isOther = Object.getPrototypeOf(value) !== Object.getPrototypeOf(expected);
  if (!isOther || show(value) !== show(expected)) return undefined;
  const name = String(value.constructor?.name || 'a class without a name');
  return `It looks the same, and is something else: it is made by ${name}. A plain ${Array.isArray(expected) ? 'list' : 'object'} is asked for.`;
}

/** Whose result it gave, and whose was asked for: a job gives its name in capitals unless told. */
function explainWinner(trace: Trace, value: unknown, expected: unknown): string | undefined {
  const giverOf = (result: unknown) =>
    workOf(trace).find(({ name, ending }) => ending === 'done' && name.toUpperCase() === result);
  const [given, wanted] = [giverOf(value), giverOf(expected)];
  if (!given?.end || !wanted?.end || isBefore(given.end, wanted.end)) return undefined;
  return `${endedWhen(wanted)}, and ${given.name} only at ${given.end.at} ms.`;
}

function explainList(trace: Trace, value: unknown[], expected: unknown[]): string | undefined {
  const sameItems =
    value.length === expected.length &&
    expected.every((item) => value.some((other) => isDeepStrictEqual(item, other)));
  if (sameItems) {
    return 'The values are right and their order is not: results belong in the order given, not in the order in which they came.';
  }
  const failed = workOf(trace).find(({ error }) => error !== undefined && !value.includes(error));
  if (value.length < expected.length && failed && isBefore(failed.end, trace.outcome)) {
    return `${endedWhen(failed)}, and nothing stands in its place.`;
  }
  const end = value.slice(-expected.length);
  if (value.length > expected.length && expected.length > 0 && isDeepStrictEqual(end, expected)) {
    return 'The end of it is right. Is it kept outside of the function? What is there stays from one call to the next.';
  }
  const busy = atWork(trace);
  if (value.length > expected.length && busy !== '') {
    return `It did not wait: ${busy}. What has not been awaited is a promise, and a promise counts as true, whatever it promises.`;
  }
  const lost = expected.findIndex((item) => !item && !value.includes(item));
  return (
    explainTooEarly(trace, value, expected) ??
    (lost < 0
      ? undefined
      : `${show(expected[lost])} is a value like any other: an if, an || and filter(Boolean) take it for nothing.`)
  );
}

/** Where something is missing, and somebody was still at work when the outcome was known. */
function explainTooEarly(
  trace: Trace,
  given: readonly unknown[],
  wanted: readonly unknown[],
): string | undefined {
  const isMissing = wanted.some((item, i) => item !== undefined && given[i] === undefined);
  const busy = atWork(trace);
  return isMissing && busy !== ''
    ? `It gave its result before all the work was done: ${busy}.`
    : undefined;
}

/** Who was still at work when the outcome was known; empty when nobody was. */
function atWork(trace: Trace): string {
  return stillAtWork(notOverAt(workOf(trace), trace.outcome));
}

/** The items of a list or an object, unless there are more than anybody would look through. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.length > MOST_ITEMS ? undefined : value;
  const isPlain =
    typeof value === 'object' && value && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? Object.values(value) : undefined;
}

function isSettledRecord(item: unknown): boolean {
  const status = (item as { status?: unknown } | null | undefined)?.status;
  return status === 'fulfilled' || status === 'rejected';
}
