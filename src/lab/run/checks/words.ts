/** What a learner reads of a test of their own. */
import { list } from '../../../text/english.ts';
import { placeAndCallersOf, placeOf } from '../../trace/place.ts';
import { EndlessError } from '../../trace/runaway.ts';
import type { TimerRecord } from '../../trace/trace.ts';
import { say, show } from '../../trace/value.ts';
import { isError, textIn } from '../../trace/written.ts';
import { isRefusal } from './fakes.ts';
import type { Verdict } from './verdict.ts';

type Paragraphs = readonly string[];

/** It rejects for what keeps the contract, or never says anything of it. */
export function sayRefusal(verdict: Verdict, shape: string, question?: string): Paragraphs {
  if (verdict.kind === 'untouched') return [say(verdict.error)];
  if (verdict.kind === 'hangs') return [...sayHanging(verdict), `Its subject here: ${shape}.`];
  const place = placeAndCallersOf(verdict.error);
  return [
    `Your check rejects for ${shape}, which keeps the contract. It says: ${say(verdict.error)}`,
    ...(place ? [`Thrown at ${place}`] : []),
    ...(question && !isRefusal(verdict.error) ? [question] : []),
  ];
}

/** It does not resolve for what is plainly right: what else it says proves nothing. */
export function sayUseless(plain: Verdict): Paragraphs {
  if (plain.kind === 'untouched') return [say(plain.error)];
  const [what, ...more] =
    plain.kind === 'hangs' ? sayHanging(plain) : [`It says: ${say(plain.error)}`];
  const place = plain.kind === 'refuses' && placeAndCallersOf(plain.error);
  return [
    `Your check does not resolve for a right implementation either, so it proves nothing here. ${what}`,
    ...more,
    ...(place ? [`Thrown at ${place}`] : []),
  ];
}

export function saySlippedThrough(
  { trace }: Verdict,
  mistake: string,
  { file, remark }: { readonly file?: string; readonly remark?: string } = {},
): Paragraphs {
  const what = `It slipped through: your check resolves, and should have noticed ${mistake}.`;
  const lost = trace.unhandled.find(({ error }) => isAssertion(error));
  const why =
    lost &&
    `An expectation failed in it, in a promise that no code awaits, so that it does not count: ${say(lost.error)}`;
  return [
    what,
    ...(why ? [why] : []),
    ...(remark ? [remark] : []),
    ...(file ? [`Its code: ${file}`] : []),
  ];
}

const isAssertion = (error: unknown) =>
  isError(error) && textIn(error, 'name') === 'AssertionError';

export function sayHanging({ trace: { outcome }, alsoFaked }: Verdict): Paragraphs {
  if (outcome.kind === 'stopped') {
    const { reason } = outcome;
    const what = reason instanceof EndlessError ? reason.fact : reason.message;
    const place = placeOf(reason);
    return [
      `Your check was stopped: ${what} Does a loop in your check wait for something that never happens with this subject? Bound the loop.`,
      ...(place ? [`Found at ${place}`] : []),
    ];
  }
  const isMore = alsoFaked.length > 1;
  const fake = `${list(alsoFaked)} ${isMore ? 'are' : 'is'} fake, too`;
  const choice = isMore ? '; `toFake` says which are to be' : '';
  return [
    'Your check hangs: it awaits a promise that can no longer settle. No real timer is set, and fake timers do not fire until your check moves their clock.',
    `A test runner stops such a test after some seconds, and cannot say why. Do not await what may never settle: move the clock, then look whether it has settled.${alsoFaked.length > 0 ? ` (${fake}${choice}.)` : ''}`,
  ];
}

/** It takes real time; nothing where it takes none. */
export function sayWaiting({ trace }: Verdict, subject: string): Paragraphs {
  const { outcome, timers } = trace;
  if (outcome.at === 0) return [];
  const timer = timers.find(isReal);
  return [
    `Your check waits: one run of it takes ${outcome.at} ms of real time (with ${subject}).`,
    timer
      ? `A real timer was set at ${timer.armedAt} ms, due at ${timer.dueAt} ms: it was not a fake timer. A test that waits is slow when all is well, and fails without a cause when the machine is busy.`
      : 'A test that waits is slow when all is well, and fails without a cause when the machine is busy.',
    ...(timer?.place ? [`Set at ${timer.place}`] : []),
  ];
}

const isReal = ({ kind, dueAt }: TimerRecord) => kind !== 'immediate' && dueAt > 0;

/** It leaves something behind; nothing where it leaves nothing. */
export function sayLeftovers(
  { kind, fakes, changed, trace }: Verdict,
  subject: string,
  isRight: boolean,
): Paragraphs {
  const how = kind === 'passes' ? 'resolved' : 'rejected';
  if (fakes.length > 0)
    return [
      `Your check has left ${list(fakes)} in place, when it ${how} (with ${subject}).`,
      'In the tests after it, no timer would fire, and nothing in them says why. What must happen whether something throws or not belongs in a finally.',
    ];
  if (changed.length > 0)
    return [
      `Your check has left ${list(changed)}, when it ${how} (with ${subject}).`,
      'All code of a program shares that. What must be undone whether something throws or not belongs in a finally.',
    ];
  const [stray] = isRight ? trace.unhandled : [];
  if (!stray) return [];
  const which = `A promise rejected with ${show(stray.error)}`;
  if (stray.handledAt === null)
    return [
      `${which}, and never had a handler (with ${subject}).`,
      'then(), finally() and an async function each return a promise of their own, which rejects, too. Attach a handler to each.',
    ];
  return [
    `${which} while it had no handler (with ${subject}).`,
    'A promise that rejects while you move the clock needs its handler before that: `expect(promise).rejects` after the move is too late. By then, Node has called the rejection unhandled.',
  ];
}
