/** A law about what is handed on bit by bit: each piece when it is there, once, and none is lost. */
import { isDeepStrictEqual } from 'node:util';
import { list } from '../../text/english.ts';
import { workOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './outcome.ts';

type Arrival = readonly [ms: number, line: string];

/** These lines are logged by whoever receives them, each at its ms, and no others. */
export function arrives(trace: Trace, expected: readonly Arrival[]): Breach | undefined {
  const lines = trace.marks
    .filter(({ kind }) => kind === 'log')
    .map(({ at, line }): Arrival => [at, line]);
  const lost = expected.find((want) => !lines.some((line) => line[1] === want[1]));
  // Whoever waits for what was lost waits for ever: the loss is the news, and not the deadlock.
  if (trace.outcome.kind === 'deadlock' && lost && trace.spans.length > 0)
    return isLost(trace, lost);
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  return isDeepStrictEqual(lines, expected) ? undefined : compareArrivals(trace, lines, expected);
}

function isLost(trace: Trace, [ms, line]: Arrival): Breach {
  const forEver = trace.outcome.kind === 'deadlock' ? ' Whoever waits for it waits for ever.' : '';
  return {
    fact: `${line} was never handed on; expected at ${ms} ms.${forEver}`,
    possible: 'What arrives while nobody asks for it must be kept until somebody does.',
  };
}

function compareArrivals(
  trace: Trace,
  lines: readonly Arrival[],
  expected: readonly Arrival[],
): Breach {
  const wrong = expected.findIndex((entry, i) => !isDeepStrictEqual(entry, lines[i]));
  const i = wrong === -1 ? expected.length : wrong;
  const got = lines[i];
  const want = expected[i];
  const again = got && lines.slice(0, i).some(([, line]) => line === got[1]);
  if (got && again) {
    const due = want ? `${want[1]} at ${want[0]} ms` : 'nothing more';
    return {
      fact: `${got[1]} was handed on once more at ${got[0]} ms; expected ${due}.`,
      possible: 'A promise that has settled stays settled, and wins every race it takes part in.',
    };
  }
  if (!want) return { fact: `${got?.[1]} was handed on at ${got?.[0]} ms; nothing more was due.` };
  const [ms, line] = want;
  const late = lines.slice(i).find((entry) => entry[1] === line);
  const due = `${line} was there at ${ms} ms${workEndedAt(trace, ms)}`;
  if (!late) return isLost(trace, want);
  if (late[0] < ms) {
    return { fact: `${line} was handed on at ${late[0]} ms; expected at ${ms} ms.` };
  }
  const before = lines.slice(i, lines.indexOf(late)).map(([, other]) => other);
  if (late[0] === ms) {
    return {
      fact: `${list(before)} was handed on before ${line}, at ${got?.[0]} ms; ${line} comes first.`,
    };
  }
  return {
    fact: `${due}, and was handed on only at ${late[0]} ms${before.length > 0 ? `, after ${list(before)}` : ''}.`,
    possible: isTimerAt(trace, late[0])
      ? 'A timer was awaited then. Whoever awaits a promise hears at once: nobody has to ask every now and then.'
      : `Something else was awaited from ${ms} to ${late[0]} ms${workEndedAt(trace, late[0])}. Who awaits one promise hears nothing of the others.`,
  };
}

/** Whether the learner's own timer fired then, and nothing else ended. */
function isTimerAt(trace: Trace, ms: number): boolean {
  const fired = trace.timers.some((timer) => timer.fired > 0 && timer.dueAt === ms);
  return fired && workEndedAt(trace, ms) === '';
}

/** `, when a was done`; empty where no work ended then. */
function workEndedAt(trace: Trace, ms: number): string {
  const names = workOf(trace)
    .filter(({ end }) => end?.at === ms)
    .map(({ name, ending }) => `${name} ${ending === 'failed' ? 'failed' : 'was done'}`);
  return names.length > 0 ? `, when ${list(names)}` : '';
}
