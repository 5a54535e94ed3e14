/** A law about what is yielded piece by piece: each when it is there, once, and none is lost. */
import { list } from '../../text/english.ts';
import { isBefore, linesOf, timerAt, workOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { comesToAnEnd, failedWork } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { askedOf, firstDifference, type LineAt, type LinesAt } from './telling/compare-lines.ts';
import { endedWhen, whenEnded } from './telling/words.ts';

/**
 * The reader logs these values, each at its ms: none late, lost or twice. A text at the end is said of a value
 * that is lost, where the run itself does not show why.
 *
 * `toLog` asks the same. This one knows that where a line is missing or late, the fault is not with the code
 * that logs it: it is with the code that was to keep the value, and to yield it.
 */
export function toArrive(trace: Trace, ...asked: LinesAt): Breach | undefined {
  const { lines, because } = askedOf(asked);
  const arrived = linesOf(trace).map(({ at, line }): LineAt => [at, line]);
  const lost = lines.find((want) => !arrived.some((line) => line[1] === want[1]));
  // The reader never gets what was lost: the loss is the news, and not the deadlock.
  if (trace.outcome.kind === 'deadlock' && lost && trace.spans.length > 0)
    return isLost(trace, arrived, lost, because);
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const wrong = firstDifference(arrived, lines);
  if (wrong < 0) return undefined;
  return departs(trace, arrived, wrong, lines, because);
}

function isLost(
  trace: Trace,
  arrived: readonly LineAt[],
  [ms, line]: LineAt,
  because?: string,
): Breach {
  const waiting = trace.outcome.kind === 'deadlock' ? ' The reader is still waiting for it.' : '';
  return {
    fact: `${show(line)} was never yielded; expected at ${ms} ms.${waiting}`,
    possible: explainLoss(trace, arrived, [ms, line], because),
  };
}

function explainLoss(
  trace: Trace,
  arrived: readonly LineAt[],
  [ms, line]: LineAt,
  because?: string,
): string {
  const made = workOf(trace).find((span) => span.ending === 'done' && isResultOf(span, line));
  const failed = failedWork(trace);
  if (made?.end && failed?.end && isBefore(made.end, failed.end))
    return `${endedWhen(made)}, before ${endedWhen(failed)}. What arrived first must be yielded first: a later rejection waits.`;
  if (arrived.length === 0 && trace.outcome.kind === 'deadlock')
    return `Nothing was yielded at all. ${because ?? 'Does your code attach a handler to each promise, and wake the reader when one settles?'}`;
  if (because) return because;
  return made?.end && made.end.at < ms
    ? `${endedWhen(made)}. Was the reader still busy at that time? Keep each value until the reader asks for it.`
    : 'Did another value arrive before the reader had asked for this one? Keep each value until the reader asks for it.';
}

/** A job fulfils with its name in capitals unless told. */
function isResultOf({ name }: Span, line: string): boolean {
  return name.toUpperCase() === line;
}

/** @param i where it departs from what was to arrive */
function departs(
  trace: Trace,
  arrived: readonly LineAt[],
  i: number,
  lines: readonly LineAt[],
  because?: string,
): Breach {
  const [got, want] = [arrived[i], lines[i]];
  if (got && arrived.slice(0, i).some(([, line]) => line === got[1])) {
    const due = want ? `${show(want[1])} at ${want[0]} ms` : 'nothing more';
    return {
      fact: `${show(got[1])} was yielded again at ${got[0]} ms; expected ${due}.`,
      possible:
        'Did a promise that has settled take part in another race? It wins every race, so take it out first.',
    };
  }
  if (!want) {
    return {
      fact: `${show(got?.[1])} was yielded at ${got?.[0]} ms; nothing more was expected.`,
      possible:
        because ??
        'Of which promise is it the value? Yield one value for each promise that fulfils.',
    };
  }
  const [ms, line] = want;
  if (got && !lines.some((one) => one[1] === got[1])) {
    return {
      fact: `${show(got[1])} was yielded at ${got[0]} ms; expected: not at all.`,
      possible: because ?? 'Of which promise is it the value?',
    };
  }
  const late = arrived.slice(i).find((entry) => entry[1] === line);
  if (!late) return isLost(trace, arrived, want, because);
  if (late[0] < ms) {
    return {
      fact: `${show(line)} was yielded at ${late[0]} ms; expected at ${ms} ms.`,
      possible: 'Does your code await the promise before it yields the value?',
    };
  }
  const before = arrived.slice(i, arrived.indexOf(late));
  const others = list(before.map(([, other]) => show(other)));
  if (late[0] === ms) {
    return {
      fact: `${others} was yielded before ${show(line)}, at ${got?.[0]} ms; expected ${show(line)} first.`,
      possible: 'Yield the value first that arrived first: it has waited longest.',
    };
  }
  const after = others && `, after ${others}`;
  return {
    fact: `${show(line)} was yielded at ${late[0]} ms${after}; expected at ${ms} ms${whenEnded(trace, { at: ms })}.`,
    possible: explainLate(trace, ms, late[0], because),
  };
}

function explainLate(trace: Trace, ms: number, late: number, because?: string): string {
  const ended = whenEnded(trace, { at: late });
  return timerAt(trace, late) && ended === ''
    ? `At ${late} ms no work ended, but a timer of your code fired. Polling notices a promise late: a handler runs as soon as its promise settles.`
    : (because ??
        `Was something else awaited from ${ms} to ${late} ms${ended}? While your code awaits one promise, it does not notice that another one settles.`);
}
