/** A law about telling what has ended from what has not. */
import { list } from '../../text/english.ts';
import { isBefore, notOverAt, spansOf, workOf } from '../trace/look.ts';
import type { Moment, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { endsWell } from './ending.ts';
import { endedWhen, whenEnded } from './words.ts';

/** Names of work. */
interface Split {
  readonly done: readonly string[];
  readonly pending: readonly string[];
}

/**
 * Gives the names of its work, split into those done and those pending when it returned: when the call
 * that is seen as a span ended, where there is one.
 *
 * `toGive({ done, pending })` asks the same. This one knows that they are names of work, and tells of the
 * one that is in the wrong set what it was doing then.
 */
export function toSplit(
  trace: Trace,
  done: readonly string[],
  pending: readonly string[],
): Breach | undefined {
  const expected = { done, pending };
  const breach = endsWell(trace);
  if (breach) {
    const fact = `${breach.fact}\nIt should have given ${tell(expected)}.`;
    const isFailure = trace.outcome.kind === 'failed';
    const told = 'To be rejected is one way of being done: it is told, and not thrown.';
    return { ...breach, fact, possible: breach.possible ?? (isFailure ? told : undefined) };
  }
  const value = (trace.outcome as { value?: unknown }).value;
  if (!isSplit(value)) return { fact: `It gave ${show(value)}; expected done and pending.` };
  const all = [...done, ...pending];
  const stranger = [...value.done, ...value.pending].find((name) => !all.includes(name));
  if (stranger !== undefined) {
    return {
      fact: `Among what it gave is ${stranger}.`,
      possible: `async, then, catch and finally make new promises. The caller knows ${list(all)}, and finds nothing but these.`,
    };
  }
  const returned = trace.spans.find(({ kind, end }) => kind === 'call' && end)?.end;
  const last = returned ?? trace.outcome;
  for (const name of all) {
    const isDone = value.done.includes(name);
    if (isDone === value.pending.includes(name)) {
      const where = isDone ? 'in both sets' : 'in neither set';
      return { fact: `${name} is ${where}; expected ${tell(expected)}.` };
    }
    if (isDone === done.includes(name)) continue;
    return isDone ? calledDone(trace, name, last, expected) : calledPending(trace, name, last);
  }
  return undefined;
}

function calledDone(trace: Trace, name: string, last: Moment, expected: Split): Breach {
  const [late] = notOverAt(spansOf(trace, name), last);
  if (late?.end) {
    return {
      fact: `${name} is called done, and was still at work when it returned, at ${last.at} ms: it ended at ${late.end.at} ms.`,
      possible: 'Is somebody still writing in what was given away? Give copies.',
    };
  }
  const [enough] = workOf(trace)
    .filter((work) => work.end && expected.done.includes(work.name))
    .sort((a, b) => (b.end as Moment).order - (a.end as Moment).order);
  return {
    fact: `It returned at ${last.at} ms, and waited for ${name} too; expected ${tell(expected)}.`,
    possible: enough && `${endedWhen(enough)}, and that was enough.`,
  };
}

function calledPending(trace: Trace, name: string, last: Moment): Breach {
  const [span] = spansOf(trace, name);
  if (span?.end && isBefore(span.end, last)) {
    return {
      fact: `${name} is called pending at ${last.at} ms, and had ${span.ending === 'failed' ? 'failed' : 'ended'} at ${span.end.at} ms.`,
      possible:
        'What settled before is settled, whoever else is enough. Let all of them say so before you sort: callbacks of promises run one after another.',
    };
  }
  const until = span?.end ? ` (until ${span.end.at} ms)` : '';
  return {
    fact: `It returned at ${last.at} ms${whenEnded(trace, last)}, and did not wait for ${name}${until}.`,
  };
}

function isSplit(value: unknown): value is Split {
  const { done, pending } = (value ?? {}) as Partial<Split>;
  return Array.isArray(done) && Array.isArray(pending);
}

function tell({ done, pending }: Split): string {
  return `${list(done) || 'none'} done and ${list(pending) || 'none'} pending`;
}
