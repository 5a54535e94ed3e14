/** Laws about callbacks: each is called once, and what it throws itself is not taken for anything else. */

import { count, list } from '../../text/english.ts';
import type { Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './outcome.ts';

/** Each of these callbacks, seen as a call of its name, is called once. */
export function callsOnce(trace: Trace, names: readonly string[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  for (const name of names) {
    const calls = trace.spans.filter((span) => span.kind === 'call' && span.name === name);
    const [first] = calls;
    if (!first) return { fact: `${name} was never called.`, possible: explainNever(trace) };
    if (calls.length === 1) continue;
    return {
      fact: `${name} was called ${count(calls.length, 'time')}, at ${list(calls.map(({ start }) => `${start.at}`))} ms.`,
      possible:
        first.ending === 'failed'
          ? 'The first time it threw an error of its own. That was caught, taken for a failure of the work, and told to the very callback that had thrown it. Listen for failures of the work alone.'
          : undefined,
    };
  }
  return undefined;
}

function explainNever({ spans }: Trace): string {
  const failed = spans.find(({ ending }) => ending === 'failed');
  if (failed?.kind === 'call') {
    return `${failed.name} threw an error of its own at ${failed.end?.at} ms, and that ended whatever was to call the next. Let each callback have a turn of its own, where its errors harm nobody else.`;
  }
  return failed
    ? `${failed.name} failed at ${failed.end?.at} ms: who waits for it must be told that as well.`
    : 'Whoever asks must be told, also when somebody else has asked before: keep all who wait, or let each of them listen to the one promise.';
}

/**
 * Each of these errors, known by its message, gets out once, and no other: thrown where nobody catches,
 * or as a rejection that nobody hears. In a real program Node ends the process with either.
 */
export function crashesWith(trace: Trace, messages: readonly string[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const out = [...trace.uncaught, ...trace.unhandled.filter(({ handledAt }) => handledAt === null)];
  const said = out.map(({ error }) => (error instanceof Error ? error.message : say(error)));
  const lost = messages.filter((message) => !said.includes(message));
  if (lost.length > 0) {
    return {
      fact: `A callback threw ${list(lost.map(show))}, and nobody ever heard of it.`,
      possible:
        'A catch has taken it. What a callback throws is a bug in the callback: whoever wrote it must hear of it. Catch what your own work fails with, and let what the callback throws go up to Node, which reports it.',
    };
  }
  const extra = said.find((message, i) => !messages.includes(message) || said.indexOf(message) < i);
  if (extra === undefined) return undefined;
  return {
    fact: messages.includes(extra)
      ? `${show(extra)} got out more than once.`
      : `${show(extra)} got out too, and nobody heard of it in time.`,
  };
}
