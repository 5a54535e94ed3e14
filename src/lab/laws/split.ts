/** A law about telling what has settled from what has not. */
import { quote, quoted } from '../../text/english.ts';
import { endedAt, isBefore, notOverAt, spansOf, timerAt, workOf } from '../trace/look.ts';
import type { Moment, Span, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { endsWell, failedWork } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { endedWhen, whenEnded } from './telling/words.ts';

/** Names of work. */
interface Split {
  readonly done: readonly string[];
  readonly pending: readonly string[];
}

/**
 * Fulfils with the names of its work, split into those settled (done) and those pending when it fulfilled: when
 * the call that is seen as a span ended, where there is one. `because` is said where the run itself does not
 * show why it waited too long or too short, or never settled.
 *
 * `toGive({ done, pending })` asks the same. This one knows that they are names of work, and tells of the
 * one that is in the wrong set what it was doing at that moment.
 */
export function toSplit(
  trace: Trace,
  done: readonly string[],
  pending: readonly string[],
  because?: string,
): Breach | undefined {
  const expected = { done, pending };
  const breach = endsWell(trace);
  if (breach) {
    const fact = `${breach.fact}\nExpected ${tell(expected)}.`;
    return { ...breach, fact, possible: explainEnding(trace, breach, because) };
  }
  const value = (trace.outcome as { value?: unknown }).value;
  if (!isSplit(value)) {
    return {
      fact: `It fulfilled with ${show(value)}; expected an object with done and pending.`,
      possible: 'Does your code return both sets on every path?',
    };
  }
  const all = [...done, ...pending];
  const stranger = [...value.done, ...value.pending].find((name) => !all.includes(name));
  if (stranger !== undefined) {
    return {
      fact: `In one of the sets is ${quote(stranger)}; expected only ${quoted(all)}.`,
      possible:
        'Did your code put a new promise or a result into the set? An async function, then, catch and finally return a new promise each.',
    };
  }
  const returned = trace.spans.find(({ kind, end }) => kind === 'call' && end)?.end;
  const last = returned ?? trace.outcome;
  for (const name of all) {
    const isDone = value.done.includes(name);
    if (isDone === value.pending.includes(name)) return isInBoth(name, isDone, expected);
    if (isDone === done.includes(name)) continue;
    return isDone
      ? isCalledDone(trace, name, last, expected, because)
      : isCalledPending(trace, name, last, expected, because);
  }
  return undefined;
}

/** Where it did not fulfil at all. */
function explainEnding(trace: Trace, { possible }: Breach, because?: string): string | undefined {
  if (trace.outcome.kind === 'deadlock') return because ?? possible;
  const failed = failedWork(trace);
  if (failed)
    return `${endedWhen(failed)}, and your code passed its error on. A promise that has rejected has settled as well: put it into done, and throw nothing.`;
  return because && possible ? `${because} ${possible}` : (because ?? possible);
}

function isInBoth(name: string, isDone: boolean, expected: Split): Breach {
  return {
    fact: `${quote(name)} is in ${isDone ? 'both sets' : 'neither set'}; expected ${tell(expected)}.`,
    possible: isDone
      ? 'Is a promise removed from pending when it is added to done?'
      : 'Is every promise in one of the sets from the beginning, also one that rejects?',
  };
}

function isCalledDone(
  trace: Trace,
  name: string,
  last: Moment,
  expected: Split,
  because?: string,
): Breach {
  const [late] = notOverAt(spansOf(trace, name), last);
  if (late?.end) {
    return {
      fact: `${quote(name)} is in done, but was still running when the call ended, at ${last.at} ms. It ended at ${late.end.at} ms.`,
      possible: isBefore(late.end, trace.outcome)
        ? 'Do your handlers still change the set that the caller has? Fulfil with copies.'
        : 'How does your code know that a promise has settled? Only a handler of that promise can tell.',
    };
  }
  return {
    fact: `It fulfilled at ${last.at} ms, and waited for ${quote(name)}, too; expected ${tell(expected)}.`,
    possible: because ?? explainTooLong(trace, expected),
  };
}

/** The moment from which on all had settled that was to settle. */
function explainTooLong(trace: Trace, { done }: Split): string {
  const needed = workOf(trace).filter((work) => work.end && done.includes(work.name));
  const [enough] = needed.sort((a, b) => (b.end as Moment).order - (a.end as Moment).order);
  return enough
    ? `All that was to be in done had settled when ${endedWhen(enough)}. What did your code wait for after that?`
    : 'What did your code wait for? Nothing was to settle first.';
}

function isCalledPending(
  trace: Trace,
  name: string,
  last: Moment,
  expected: Split,
  because?: string,
): Breach {
  const [span] = spansOf(trace, name);
  if (span?.end && isBefore(span.end, last)) {
    return {
      fact: `${quote(name)} is in pending at ${last.at} ms, but it had ${span.ending === 'failed' ? 'failed' : 'ended'} at ${span.end.at} ms.`,
      possible: explainMissed(span, last),
    };
  }
  const until = span?.end ? ` (until ${span.end.at} ms)` : '';
  return {
    fact: `It fulfilled at ${last.at} ms${whenEnded(trace, last)}, and did not wait for ${quote(name)}${until}.\nExpected ${tell(expected)}.`,
    possible: explainTooShort(trace, last) ?? because ?? 'What ended the waiting at that time?',
  };
}

function explainMissed(span: Span, last: Moment): string {
  const rule = 'A promise that has settled belongs in done, even when another one was enough.';
  return span.ending === 'failed' && (span.end?.at ?? 0) < last.at
    ? 'A promise that has rejected has settled as well. Does your code attach a handler for the rejection, too?'
    : `${rule} Handlers run one after another: let all of them run before you build the sets.`;
}

/** What may have ended the waiting: it was not enough. */
function explainTooShort(trace: Trace, last: Moment): string | undefined {
  const failed = endedAt(workOf(trace), last).find(({ ending }) => ending === 'failed');
  if (failed)
    return `Did your code stop waiting because ${quote(failed.name)} failed? In this scene that was not enough.`;
  return timerAt(trace, last.at)
    ? 'A timer of your code fired at that time. Did it end the waiting?'
    : undefined;
}

function isSplit(value: unknown): value is Split {
  const { done, pending } = (value ?? {}) as Partial<Split>;
  return Array.isArray(done) && Array.isArray(pending);
}

function tell({ done, pending }: Split): string {
  const names = (all: readonly string[]) => quoted(all) || 'none';
  return `${names(done)} in done, ${names(pending)} in pending`;
}
