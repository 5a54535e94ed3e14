/** The law of loose ends: what a call that is over must not leave. */
import { count } from '../../text/english.ts';
import type { LooseEnd, Trace } from '../trace/trace.ts';
import { say } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { asShipped } from './ending.ts';

/** Leaves no timer, work, listener or unheard failure behind; but for these kinds. */
export function toLeaveNothing(
  trace: Trace,
  but: readonly LooseEnd['kind'][] = [],
): Breach | undefined {
  const untouched = asShipped(trace);
  if (untouched) return untouched;
  const left = trace.left.filter(({ kind }) => !but.includes(kind));
  if (left.length === 0) return undefined;
  // A path of any length keeps to its own line.
  const lines = left.map(({ what, place }) => `  - ${what}${place ? `,\n    ${place}` : ''}`);
  const kinds = new Set(left.map(({ kind }) => kind));
  const what = left.every(({ kind }) => kind === 'rejection' || kind === 'throw')
    ? `${count(left.length, 'failure')} that nobody heard in time`
    : `${count(left.length, 'thing')} left behind when the call was over`;
  const advice = [
    kinds.has('timer') &&
      'A timer that is wanted must be awaited; one that is no longer wanted must be cleared.',
    kinds.has('work') &&
      'What was started must be waited for, or stopped, before the caller hears.',
    kinds.has('listener') && 'A listener stays on its signal until somebody removes it.',
    kinds.has('world') &&
      'All code of a program shares that, so a change of it is felt where nobody looks for it. (The next spec finds it as it was.)',
    kinds.has('rejection') && explainUnheard(trace),
    kinds.has('throw') && 'Whoever sets a callback must catch inside it: its caller has gone.',
  ];
  return {
    fact: `${what}:\n${lines.slice(0, 8).join('\n')}`,
    possible: advice.filter(Boolean).join(' '),
  };
}

function explainUnheard({ outcome, unhandled }: Trace): string {
  const end = 'In a real program Node ends the process when one fails unheard';
  const passedOn = unhandled.some(
    ({ error, handledAt }) =>
      outcome.kind === 'failed' && error === outcome.error && handledAt === null,
  );
  if (passedOn) {
    return `The caller did hear of a failure (${say((outcome as { error: unknown }).error)}), and it was unheard all the same: then(), finally() and every call of an async function give a promise of their own, which fails too, and there is one that nobody listens to. ${end}.`;
  }
  const late = unhandled.find(({ at, handledAt }) => handledAt !== null && handledAt > at);
  const listen =
    'A promise that may fail needs somebody who listens from the moment it exists, and not only when its turn to be awaited comes.';
  return late
    ? `Was something else awaited until ${late.handledAt} ms? ${listen} ${end}.`
    : `${listen} then(), finally() and every call of an async function give a promise of their own, which fails as well. ${end}.`;
}
