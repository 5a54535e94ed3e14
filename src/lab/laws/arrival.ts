/** A law about what is handed on bit by bit: each piece when it is there, once, and none is lost. */
import { list } from '../../text/english.ts';
import { linesOf, timerAt } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { firstDifference, type LineAt } from './compare-lines.ts';
import { comesToAnEnd } from './ending.ts';
import { whenEnded } from './words.ts';

/**
 * These lines are logged by whoever receives them, each at its ms: none late, lost or twice.
 *
 * `toLog` asks the same. This one knows who is at fault where a line is missing or late: not whoever logs
 * it, but whoever was to keep it and to hand it on.
 */
export function toArrive(trace: Trace, ...lines: LineAt[]): Breach | undefined {
  const arrived = linesOf(trace).map(({ at, line }): LineAt => [at, line]);
  const lost = lines.find((want) => !arrived.some((line) => line[1] === want[1]));
  // Whoever waits for what was lost waits for ever: the loss is the news, and not the deadlock.
  if (trace.outcome.kind === 'deadlock' && lost && trace.spans.length > 0)
    return isLost(trace, lost);
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const wrong = firstDifference(arrived, lines);
  return wrong < 0 ? undefined : departs(trace, arrived, wrong, lines[wrong]);
}

function isLost(trace: Trace, [ms, line]: LineAt): Breach {
  const forEver = trace.outcome.kind === 'deadlock' ? ' Whoever waits for it waits for ever.' : '';
  return {
    fact: `${line} was never handed on; expected at ${ms} ms.${forEver}`,
    possible: 'What arrives while nobody asks for it must be kept until somebody does.',
  };
}

/** @param i where it departs from what was to arrive; `want` is missing where that had come to its end */
function departs(
  trace: Trace,
  arrived: readonly LineAt[],
  i: number,
  want: LineAt | undefined,
): Breach {
  const got = arrived[i];
  if (got && arrived.slice(0, i).some(([, line]) => line === got[1])) {
    const due = want ? `${want[1]} at ${want[0]} ms` : 'nothing more';
    return {
      fact: `${got[1]} was handed on once more at ${got[0]} ms; expected ${due}.`,
      possible: 'A promise that has settled stays settled, and wins every race it takes part in.',
    };
  }
  if (!want) return { fact: `${got?.[1]} was handed on at ${got?.[0]} ms; nothing more was due.` };
  const [ms, line] = want;
  const late = arrived.slice(i).find((entry) => entry[1] === line);
  if (!late) return isLost(trace, want);
  if (late[0] < ms) {
    return { fact: `${line} was handed on at ${late[0]} ms; expected at ${ms} ms.` };
  }
  const before = arrived.slice(i, arrived.indexOf(late)).map(([, other]) => other);
  if (late[0] === ms) {
    return {
      fact: `${list(before)} was handed on before ${line}, at ${got?.[0]} ms; ${line} comes first.`,
    };
  }
  const after = before.length > 0 ? `, after ${list(before)}` : '';
  return {
    fact: `${line} was there at ${ms} ms${whenEnded(trace, { at: ms })}, and was handed on only at ${late[0]} ms${after}.`,
    possible: explainLate(trace, ms, late[0]),
  };
}

function explainLate(trace: Trace, ms: number, late: number): string {
  const ended = whenEnded(trace, { at: late });
  return timerAt(trace, late) && ended === ''
    ? 'A timer was awaited then. Whoever awaits a promise hears at once: nobody has to ask every now and then.'
    : `Something else was awaited from ${ms} to ${late} ms${ended}. Who awaits one promise hears nothing of the others.`;
}
