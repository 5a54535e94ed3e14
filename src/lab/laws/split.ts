/** A law about telling what has ended from what has not. */

import { list } from '../../text/english.ts';
import { workOf } from '../trace/look.ts';
import type { Moment, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { endsWell } from './outcome.ts';

/** Names of work. */
interface Split {
  readonly done: readonly string[];
  readonly pending: readonly string[];
}

/**
 * It gives the names of its work split in two, those done and those pending, as they were when it
 * returned: when the call that is seen as a span ended, where there is one.
 */
export function splits(trace: Trace, expected: Split): Breach | undefined {
  const breach = endsWell(trace);
  if (breach) {
    const should = `It should have given ${tell(expected)}.`;
    const possible =
      breach.possible ??
      (trace.outcome.kind === 'failed'
        ? 'To be rejected is one way of being done: it is told, and not thrown.'
        : undefined);
    return { ...breach, fact: `${breach.fact}\n${should}`, possible };
  }
  const value = (trace.outcome as { value?: unknown }).value;
  if (!isSplit(value)) return { fact: `It gave ${show(value)}; expected done and pending.` };
  const all = [...expected.done, ...expected.pending];
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
    const isPending = value.pending.includes(name);
    if (isDone === isPending) {
      const where = isDone ? 'in both sets' : 'in neither set';
      return { fact: `${name} is ${where}; expected ${tell(expected)}.` };
    }
    if (isDone === expected.done.includes(name)) continue;
    return isDone ? calledDone(trace, name, last, expected) : calledPending(trace, name, last);
  }
  return undefined;
}

function calledDone(trace: Trace, name: string, last: Moment, expected: Split): Breach {
  const span = trace.spans.find((candidate) => candidate.name === name);
  if (span?.end && span.end.order > last.order) {
    return {
      fact: `${name} is called done, and was still at work when it returned, at ${last.at} ms: it ended at ${span.end.at} ms.`,
      possible: 'Is somebody still writing in what was given away? Give copies.',
    };
  }
  const enough = workOf(trace)
    .filter((work) => expected.done.includes(work.name))
    .sort((a, b) => (a.end?.order ?? Infinity) - (b.end?.order ?? Infinity))
    .at(-1);
  return {
    fact: `It returned at ${last.at} ms, and waited for ${name} too; expected ${tell(expected)}.`,
    possible: enough?.end
      ? `${enough.name} ${enough.ending === 'failed' ? 'failed' : 'was done'} at ${enough.end.at} ms, and that was enough.`
      : undefined,
  };
}

function calledPending(trace: Trace, name: string, last: Moment): Breach {
  const span = trace.spans.find((candidate) => candidate.name === name);
  const end = span?.end;
  if (end && end.order < last.order) {
    return {
      fact: `${name} is called pending at ${last.at} ms, and had ${span.ending === 'failed' ? 'failed' : 'ended'} at ${end.at} ms.`,
      possible:
        'What settled before is settled, whoever else is enough. Let all of them say so before you sort: callbacks of promises run one after another.',
    };
  }
  return {
    fact: `It returned at ${last.at} ms${cause(trace, last)}, and did not wait for ${name}${end ? ` (until ${end.at} ms)` : ''}.`,
  };
}

/** `, when b failed`; empty where no work ended then. */
function cause(trace: Trace, { at, order }: Moment): string {
  const last = workOf(trace)
    .filter(({ end }) => end && end.at === at && end.order < order)
    .at(-1);
  return last ? `, when ${last.name} ${last.ending === 'failed' ? 'failed' : 'was done'}` : '';
}

function isSplit(value: unknown): value is Split {
  const { done, pending } = (value ?? {}) as Partial<Split>;
  return Array.isArray(done) && Array.isArray(pending);
}

function tell({ done, pending }: Split): string {
  return `${list(done) || 'none'} done and ${list(pending) || 'none'} pending`;
}
