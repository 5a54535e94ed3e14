/** A law about what is handed on: who gets which item, and when. Nothing is lost, and nobody overtakes. */
import { isDeepStrictEqual } from 'node:util';
import { count, list, quote } from '../../text/english.ts';
import { isBefore, timerAt } from '../trace/look.ts';
import type { Deal, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { asShipped, comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';

/** An item that somebody is to get at this ms. */
export type Delivery = readonly [ms: number, who: string, item: unknown];

type Got = Extract<Deal, { did: 'get' }>;

/**
 * These get these items, each at its ms, and nobody gets anything else. Items are compared by identity. In which order
 * several people go on in one ms is free.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toDeliver(
  trace: Trace,
  deliveries: readonly Delivery[],
  because?: string,
): Breach | undefined {
  const breach = delivers(trace, deliveries, because);
  if (!breach || breach.picture === false || !trace.plan) return breach;
  if (deliveries.length > MOST_NOTES) return { ...breach, picture: 'yours' };
  const due = deliveries.map(([at, who, item]) => ({ at, text: `${who}: ${show(item)}` }));
  return { ...breach, due };
}

/** In a picture, so many can be read. */
const MOST_NOTES = 12;

function delivers(
  trace: Trace,
  deliveries: readonly Delivery[],
  because: string | undefined,
): Breach | undefined {
  const stub = asShipped(trace);
  if (stub) return stub;
  // Where the code was stopped, nobody has got what would have come later.
  if (trace.outcome.kind === 'stopped') return comesToAnEnd(trace);
  const got = gotIn(trace);
  const wrong =
    isNotThere(trace, got, deliveries, because) ??
    isWithdrawn(trace, got, because) ??
    isTwice(got, deliveries);
  if (wrong) return wrong;
  const wanted = inOrder(deliveries.map(([at, who, item]) => ({ at, who, item })));
  const given = inOrder(got);
  const i = wanted.findIndex((want, n) => !isSame(want, given[n]));
  const want = wanted[i];
  if (want)
    return failedBefore(trace, want, because) ?? departs(trace, given, wanted, want, because);
  const extra = given[wanted.length];
  if (!extra) return comesToAnEnd(trace);
  return {
    fact: `${quote(extra.who)} got ${show(extra.item)} at ${extra.at} ms; expected nothing more.`,
    possible: because,
  };
}

interface Given {
  readonly at: number;
  readonly who: string;
  readonly item: unknown;
}

const gotIn = ({ deals }: Trace) => deals.filter((deal): deal is Got => deal.did === 'get');

/** Who goes on first within one ms says nothing. */
const inOrder = <T extends Given>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => a.at - b.at || (a.who < b.who ? -1 : a.who > b.who ? 1 : 0));

const isSame = (want: Given, got: Given | undefined) =>
  got?.at === want.at && got.who === want.who && Object.is(got.item, want.item);

const putsOf = ({ deals }: Trace, item: unknown) =>
  deals.filter((deal) => deal.did === 'put' && Object.is(deal.item, item));

/** Of so many things, how many are this one: for thousands of them, without a search for each. */
function countEach(items: readonly unknown[]): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Somebody has what never came in, or not yet. */
function isNotThere(
  trace: Trace,
  got: readonly Got[],
  deliveries: readonly Delivery[],
  because: string | undefined,
): Breach | undefined {
  const firstPuts = new Map<unknown, Deal>();
  for (const deal of trace.deals)
    if (deal.did === 'put' && !firstPuts.has(deal.item)) firstPuts.set(deal.item, deal);
  for (const { who, item, at } of got) {
    const put = firstPuts.get(item);
    if (put && put.at <= at) continue;
    const fact = `${quote(who)} got ${show(item)} at ${at} ms`;
    if (put) return { fact: `${fact}: it came in at ${put.at} ms.`, possible: because };
    if (trace.deals.some((deal) => deal.did === 'put' && isDeepStrictEqual(deal.item, item)))
      return { fact: `${fact}: that has never come in.`, possible: COPY };
    const want = deliveries.find((due) => due[1] === who && due[0] >= at);
    const due = want ? `; expected ${show(want[2])} at ${want[0]} ms` : '';
    // What the scene says is about who gets an item, and when. This is none; `undefined` may stand for one that is lost.
    const isOther = want !== undefined && item !== undefined;
    return {
      fact: `${fact}, and that has never come in${due}.`,
      possible: isOther ? undefined : because,
    };
  }
  return undefined;
}

const COPY = 'It looks like an item that came in, but it is a copy. Hand on the item itself.';

/** Code that has failed cannot hand on what comes later. */
function failedBefore(
  trace: Trace,
  { at }: Given,
  because: string | undefined,
): Breach | undefined {
  const { outcome } = trace;
  if (outcome.kind !== 'failed' || outcome.at > at) return undefined;
  const breach = comesToAnEnd(trace);
  const possible = [because, breach?.possible].filter(Boolean).join(' ');
  return breach && { ...breach, possible: possible || undefined };
}

/** Somebody has what was taken back. */
function isWithdrawn(
  { deals }: Trace,
  got: readonly Got[],
  because: string | undefined,
): Breach | undefined {
  for (const withdrawal of deals) {
    if (withdrawal.did !== 'withdraw') continue;
    const same = deals.filter((deal) => 'item' in deal && Object.is(deal.item, withdrawal.item));
    const times = (did: Deal['did']) => same.filter((deal) => deal.did === did).length;
    if (times('get') <= times('put') - times('withdraw')) continue;
    const last = got.findLast((one) => Object.is(one.item, withdrawal.item));
    if (last)
      return {
        fact: `${quote(last.who)} got ${show(last.item)} at ${last.at} ms: it was withdrawn at ${withdrawal.at} ms.`,
        possible: because,
      };
  }
  return undefined;
}

/** More came out than went in. */
function isTwice(got: readonly Got[], deliveries: readonly Delivery[]): Breach | undefined {
  const due = countEach(deliveries.map(([, , item]) => item));
  const came = countEach(got.map(({ item }) => item));
  // `undefined` is also what code gets where nothing is: then the item that is missing is the news.
  const isMore = ([item, times]: readonly [unknown, number]) =>
    item !== undefined && times > Math.max(1, due.get(item) ?? 0);
  const more = [...came].filter(isMore).map(([item]) => item);
  const again = got.find(({ item }) => more.includes(item));
  if (!again) return undefined;
  const times = got.filter(({ item }) => Object.is(item, again.item));
  const whom = list(times.map(({ who, at }) => `${quote(who)} at ${at} ms`));
  return {
    fact: `${show(again.item)} came out ${times.length} times: ${whom} got it.`,
    possible: 'An item that one caller has got is gone for all others.',
    isProven: true,
  };
}

/** @param want the first that did not come as it was due */
function departs(
  trace: Trace,
  given: readonly Given[],
  wanted: readonly Given[],
  want: Given,
  because: string | undefined,
): Breach {
  const { at, who, item } = want;
  const undue = given.filter((one) => !isAmong(wanted, one));
  const got = gotInstead(trace, given, undue, item);
  if (!got)
    return isLost(
      trace,
      want,
      because,
      undue.find((one) => one.who === who),
    );
  if (got.who !== who) return wentTo(trace, got, want, because);
  if (got.at !== at) return cameAt(trace, got, want, because);
  const [extra] = undue;
  const first = given.find((one) => one.who === who && one.at === at);
  if (first === got && extra) return isEarly(given, wanted, extra, because);
  return {
    fact: `At ${at} ms ${quote(who)} got ${show(first?.item)} before ${show(item)}; expected ${show(item)} first.`,
    possible: because,
  };
}

const isAmong = (all: readonly Given[], one: Given) => all.some((other) => isSame(other, one));

/** Of an item that was put several times, some may have come to those to whom it was due. */
function gotInstead(
  trace: Trace,
  given: readonly Given[],
  undue: readonly Given[],
  item: unknown,
): Given | undefined {
  const isIt = (one: Given) => Object.is(one.item, item);
  const isMany = putsOf(trace, item).length > 1;
  return undue.find(isIt) ?? (isMany ? undefined : given.find(isIt));
}

/** Somebody else has it. */
function wentTo(trace: Trace, got: Given, want: Given, because: string | undefined): Breach {
  const [rival, first] = [askOf(trace, got), askOf(trace, want)];
  const hasOvertaken = rival && first && isBefore(first, rival);
  const asked = rival ? `, who asked at ${rival.at} ms` : '';
  const waits = first ? `, who asked at ${first.at} ms` : '';
  return {
    fact: `${show(got.item)} went to ${quote(got.who)}${asked}, at ${got.at} ms; expected ${quote(want.who)} to get it at ${want.at} ms${waits}.`,
    possible: because ?? (hasOvertaken ? OVERTAKEN : undefined),
  };
}

/** It came to the right one, and too early or too late. */
function cameAt(trace: Trace, got: Given, want: Given, because: string | undefined): Breach {
  return {
    fact: `${quote(got.who)} got ${show(got.item)} at ${got.at} ms; expected at ${want.at} ms.`,
    possible: timerAt(trace, got.at)
      ? `At ${got.at} ms a timer of your code fired. Keep a promise for each caller that waits, and settle it at once: no code has to look every now and again.`
      : because,
  };
}

/** Another one has come in between, which was due later or not at all. */
function isEarly(
  given: readonly Given[],
  wanted: readonly Given[],
  extra: Given,
  because: string | undefined,
): Breach {
  const isIt = (one: Given) => one.who === extra.who && Object.is(one.item, extra.item);
  const later = wanted.find((one) => isIt(one) && !isAmong(given, one));
  const before = cameBefore(wanted, later);
  const after = before?.who === extra.who ? `, after ${show(before.item)}` : '';
  const due = later ? ` at ${later.at} ms${after}` : ': not at all';
  return {
    fact: `${quote(extra.who)} got ${show(extra.item)} at ${extra.at} ms; expected${due}.`,
    possible: because,
  };
}

/** The one in front of it, if there is one. */
function cameBefore(all: readonly Given[], one: Given | undefined): Given | undefined {
  return one && all[all.indexOf(one) - 1];
}

const OVERTAKEN =
  'Hand the item over to the first in the line. Code that is only woken looks again when it runs, and by that time somebody else may have taken the item.';

/** The last time that somebody asked before this. */
const askOf = ({ deals }: Trace, { who, at }: Given) =>
  deals.findLast((deal) => deal.did === 'ask' && deal.who === who && deal.at <= at);

/** Nobody has it. That is told first, and not the deadlock which may follow from it. */
function isLost(
  trace: Trace,
  { at, who, item }: Given,
  because: string | undefined,
  instead: Given | undefined,
): Breach {
  const puts = putsOf(trace, item);
  const put = puts[0];
  if (!put && instead && show(instead.item) !== show(item))
    return {
      fact: `${quote(who)} got ${show(instead.item)} at ${instead.at} ms; expected ${show(item)} at ${at} ms.`,
      possible: because,
    };
  if (!put)
    return comesToAnEnd(trace) ?? { fact: `${show(item)} has never come in.`, possible: because };
  const asked = askOf(trace, { at, who, item });
  const waits = asked ? `, who asked at ${asked.at} ms,` : '';
  if (puts.length > 1) {
    const times = count(gotIn(trace).filter((one) => Object.is(one.item, item)).length, 'time');
    return {
      fact: `${show(item)} came in ${count(puts.length, 'time')}, and came out ${times}; expected ${quote(who)}${waits} to get it at ${at} ms.`,
      possible: because,
    };
  }
  const left = trace.deals.findLast((deal) => deal.did === 'leave' && isBefore(deal, put));
  const gone = left?.did === 'leave' ? ` ${quote(left.who)} had left at ${left.at} ms.` : '';
  return {
    fact: `${show(item)} came in at ${put.at} ms, and nobody got it; expected ${quote(who)}${waits} to get it at ${at} ms.${gone}`,
    possible: gone && because === undefined ? LEFT : because,
  };
}

const LEFT =
  'Take a caller that leaves out of the line. If it stays in it, the next item is handed over to a caller that has gone.';
