/** Why a run settled with another value than expected: the mistakes that can be read off the value. */
import { isDeepStrictEqual } from 'node:util';
import { quote } from '../../../text/english.ts';
import { isBefore, neverStarted, workOf } from '../../trace/look.ts';
import type { Span, Trace } from '../../trace/trace.ts';
import { show } from '../../trace/value.ts';
import { isError, textIn } from '../../trace/written.ts';
import { askNeverStarted, endedWhen, notEnded } from './words.ts';

const MOST_ITEMS = 10_000;

/** What the value and the run prove. */
export function explainValue(trace: Trace, value: unknown, expected: unknown): string | undefined {
  const whole = explainWhole(trace, value, expected);
  if (whole) return whole;
  const [inner, wanted] = innermost(value, expected);
  return inner === value ? undefined : explainWhole(trace, inner, wanted);
}

/** What it may come from, where nothing is proven. */
export function askAboutValue(value: unknown, expected: unknown): string | undefined {
  if (value === undefined) return 'A function without a return returns undefined: is one missing?';
  const [inner, wanted] = innermost(value, expected);
  return askAboutOldItems(inner, wanted) ?? askAboutGap(wanted, inner);
}

/** Where an expected item counts as false, and is not among those that came. */
export function askAboutGap(expected: unknown, value?: unknown): string | undefined {
  if (!Array.isArray(expected)) return undefined;
  const there: readonly unknown[] = Array.isArray(value) ? value : [];
  const lost = expected.findIndex((item) => !item && !there.includes(item));
  return lost < 0
    ? undefined
    : `Does your code treat ${show(expected[lost])} as a missing value? An if, || and filter(Boolean) do.`;
}

function explainWhole(trace: Trace, value: unknown, expected: unknown): string | undefined {
  const known =
    explainWinner(trace, value, expected) ??
    explainKind(value, expected) ??
    explainClass(value, expected);
  if (known) return known;
  const given = itemsOf(value);
  const wanted = itemsOf(expected);
  if (!given || !wanted) return undefined;
  const container = Array.isArray(value) ? 'list' : 'object';
  if (given.some((item) => item instanceof Promise)) {
    return `There are promises in the ${container}. Put in what each await returns, not the promise itself.`;
  }
  if (given.some((item) => typeof (item as Partial<PromiseLike<unknown>>)?.then === 'function')) {
    return `There is a thenable in the ${container}: an object with a then(), and not a Promise. await and Promise.resolve() accept it like a promise.`;
  }
  if (given.some(isSettledRecord) && !wanted.some(isSettledRecord)) {
    return 'These are the records of Promise.allSettled. Each one holds the expected item as its value or as its reason.';
  }
  return Array.isArray(value) && Array.isArray(expected)
    ? explainList(trace, value, expected)
    : explainTooEarly(trace, given, wanted);
}

/** A list where an object was expected, or the other way round. */
function explainKind(value: unknown, expected: unknown): string | undefined {
  const given = itemsOf(value);
  const wanted = itemsOf(expected);
  if (!given || !wanted || Array.isArray(value) === Array.isArray(expected)) return undefined;
  const kind = Array.isArray(value) ? 'a list, without keys' : 'an object';
  const same = isDeepStrictEqual(given, wanted) ? 'The values are right, but ' : '';
  const sentence = `${same}this is ${kind}; expected ${Array.isArray(expected) ? 'a list' : 'an object'}.`;
  return given.length === 0 ? undefined : sentence.replace(/^t/, 'T');
}

/** It looks the same, and is of another class. */
function explainClass(value: unknown, expected: unknown): string | undefined {
  if (typeof value !== 'object' || typeof expected !== 'object' || !value || !expected) return;
  const isOther = Object.getPrototypeOf(value) !== Object.getPrototypeOf(expected);
  if (!isOther || show(value) !== show(expected)) return undefined;
  const name = String(value.constructor?.name || 'a class without a name');
  return `It looks the same, but its class is ${name}; expected a plain ${Array.isArray(expected) ? 'list' : 'object'}.`;
}

/** Whose result it is, and whose was expected: a job fulfils with its name in capitals unless told. */
function explainWinner(trace: Trace, value: unknown, expected: unknown): string | undefined {
  const giverOf = (result: unknown) =>
    workOf(trace).find(({ name, ending }) => ending === 'done' && name.toUpperCase() === result);
  const [given, wanted] = [giverOf(value), giverOf(expected)];
  const isIdle = neverStarted(trace).some((name) => name.toUpperCase() === expected);
  if (given && isIdle) return askNeverStarted(trace);
  if (!given?.end || !wanted?.end || isBefore(given.end, wanted.end)) return undefined;
  return given.end.at === wanted.end.at
    ? `${quote(wanted.name)} ended first, before ${quote(given.name)}.`
    : `${quote(wanted.name)} ended first, at ${wanted.end.at} ms. ${quote(given.name)} ended only at ${given.end.at} ms.`;
}

function explainList(trace: Trace, value: unknown[], expected: unknown[]): string | undefined {
  const order = explainOrder(trace, value, expected);
  if (order) return order;
  const wrapped = value.findIndex(
    (item, i) =>
      isError(item) && isError(expected[i]) && isDeepStrictEqual(item.cause, expected[i]),
  );
  if (wrapped >= 0) {
    return 'The expected error is the cause of the error in the list. It is an Error already: do not wrap it.';
  }
  const failed = workOf(trace).find(
    ({ error }) => error !== undefined && has(expected, error) && !has(value, error),
  );
  if (value.length < expected.length && failed && isBefore(failed.end, trace.outcome)) {
    return `${endedWhen(failed)}, and the list has no item for it.`;
  }
  const busy = notEnded(trace, trace.outcome);
  if (value.length > expected.length && busy !== '') {
    return `It did not wait: ${busy}. Is a promise used as the answer? A promise is truthy, even a promise of false.`;
  }
  return explainTooEarly(trace, value, expected);
}

/** The right values in another order. */
function explainOrder(trace: Trace, value: unknown[], expected: unknown[]): string | undefined {
  if (!hasSameItems(value, expected)) return undefined;
  const arrived = workOf(trace)
    .filter(({ end }) => end)
    .sort((a, b) => (isBefore(a.end, b.end ?? { at: 0 }) ? -1 : 1));
  const places = value.map((item) => arrived.findIndex((span) => isFrom(span, item)));
  if (places.every((place, i) => place > (places[i - 1] ?? -1)))
    return 'The values are right, but in the order in which they arrived; expected input order.';
  if (isDeepStrictEqual(value.toReversed(), expected))
    return 'The values are right, but their order is reversed.';
  const firstError = value.findIndex(isError);
  const isApart = firstError > 0 && value.slice(firstError).every(isError);
  return isApart
    ? 'The values are right, but the errors come last. Each outcome belongs at the place of its promise.'
    : 'The values are right, but their order is not.';
}

/** Whether an item is what this work fulfilled with or failed with, or stands for it. */
function isFrom({ name, error }: Span, item: unknown): boolean {
  if (error === undefined) return item === name || item === name.toUpperCase();
  return item === error || item === name || (isError(error) && textIn(error, 'message') === item);
}

const has = (items: readonly unknown[], wanted: unknown) =>
  items.some((item) => isDeepStrictEqual(item, wanted));

/** However often each of them comes. */
function hasSameItems(value: readonly unknown[], expected: readonly unknown[]): boolean {
  if (value.length !== expected.length) return false;
  const rest = [...expected];
  for (const item of value) {
    const i = rest.findIndex((other) => isDeepStrictEqual(item, other));
    if (i < 0) return false;
    rest.splice(i, 1);
  }
  return true;
}

/** More than was expected, and the rest of it is right. */
function askAboutOldItems(value: unknown, expected: unknown): string | undefined {
  if (!Array.isArray(value) || !Array.isArray(expected)) return undefined;
  const end = value.slice(-expected.length);
  return value.length > expected.length && expected.length > 0 && isDeepStrictEqual(end, expected)
    ? 'The end of the list is right. Is the list kept outside of the function? It then keeps the items of earlier calls.'
    : undefined;
}

/** Where something is missing, and work was still running when the outcome was known. */
function explainTooEarly(
  trace: Trace,
  given: readonly unknown[],
  wanted: readonly unknown[],
): string | undefined {
  const isMissing = wanted.some((item, i) => item !== undefined && given[i] === undefined);
  const busy = notEnded(trace, trace.outcome);
  return isMissing && busy !== '' ? `It did not wait for all work: ${busy}.` : undefined;
}

/** The first items in which two lists of one length differ, or two objects of the same keys; else the two themselves. */
function innermost(value: unknown, expected: unknown): readonly [unknown, unknown] {
  const [given, wanted] = [itemsOf(value), itemsOf(expected)];
  if (!given || !wanted || Array.isArray(value) !== Array.isArray(expected))
    return [value, expected];
  const keys = isDeepStrictEqual(Object.keys(value as object), Object.keys(expected as object));
  const i = given.findIndex((item, at) => !isDeepStrictEqual(item, wanted[at]));
  return keys && i >= 0 && itemsOf(given[i]) && itemsOf(wanted[i])
    ? innermost(given[i], wanted[i])
    : [value, expected];
}

/** The items of a list or an object, unless there are more than can be looked through. */
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
