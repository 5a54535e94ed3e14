/** What laws about rejections have in common, and an error that is known by its name alone. */
import { isBefore, notOverAt, workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { isError, textIn } from '../trace/written.ts';
import { asShipped, endsWell, expecting, failedWork, isAbort } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { notEnded } from './telling/words.ts';

/** An error that the code makes itself: known by its `name`, as a caller knows it. */
export interface Named {
  readonly name: string;
}

/**
 * Rejects with an error of this name; at this ms where one is given. If work was told to stop with an error of
 * that name, it is that very error.
 */
export function failsAs(
  trace: Trace,
  { name }: Named,
  at: number | undefined,
  because: string | undefined,
): Breach | undefined {
  const { outcome } = trace;
  const rejection = `a rejection with an error named '${name}'`;
  if (outcome.kind === 'returned') {
    return {
      fact: `It fulfilled with ${show(outcome.value)} at ${outcome.at} ms; expected ${rejection}.`,
      possible: because,
    };
  }
  const untouched = asShipped(trace);
  if (untouched) return untouched;
  if (outcome.kind !== 'failed') return expecting(trace, endsWell(trace) as Breach, rejection);
  if (outcome.thrown) return threwInstead(trace, rejection);
  const { error } = outcome;
  const told = workOf(trace).filter(
    ({ aborted, reason }) => isBefore(aborted, outcome) && isNamed(reason, name),
  );
  if (!isNamed(error, name)) {
    return {
      fact: `It rejected with ${show(error)} at ${outcome.at} ms; expected ${rejection}.`,
      possible: explainConsequence(trace, told[0], name) ?? because,
    };
  }
  if (told.length > 0 && !told.some(({ reason }) => reason === error)) {
    return {
      fact: `It rejected with an error named '${name}', but not with the one that '${told[0]?.name}' was told to stop with; expected the same object.`,
      possible: 'Make that error once: it is the reason of the signal, and the one to reject with.',
    };
  }
  if (at === undefined || outcome.at === at) return undefined;
  return {
    fact: `It rejected with an error named '${name}' at ${outcome.at} ms; expected at ${at} ms.`,
    possible: explainEarly(trace) ?? because,
  };
}

/** It threw in the call, where a caller expects a promise. */
export function threwInstead(trace: Trace, rejection: string): Breach {
  return expecting(
    trace,
    endsWell(trace) as Breach,
    `the call to return a promise, and ${rejection}`,
  );
}

const isNamed = (error: unknown, name: string) => isError(error) && textIn(error, 'name') === name;

/** The error comes from work that had been told to stop, with the error that was expected. */
function explainConsequence(trace: Trace, told: Span | undefined, name: string) {
  const isOfStopping =
    isAbort(trace.outcome.kind === 'failed' && trace.outcome.error) ||
    failedWork(trace)?.aborted ||
    told?.end?.at === trace.outcome.at;
  if (!told?.aborted || !isOfStopping) return undefined;
  return `'${told.name}' had been told to stop at ${told.aborted.at} ms, with an error named '${name}'. An error that comes after that is a consequence: reject with the reason of the signal, which is the cause.`;
}

function explainEarly(trace: Trace): string | undefined {
  const { outcome } = trace;
  const busy = notOverAt(workOf(trace), outcome);
  if (busy.length === 0 || !busy.every(({ aborted }) => aborted)) return undefined;
  return `When it settled, ${notEnded(trace, outcome)}. Work that was told to stop needs time to end: wait until its promise has settled.`;
}
