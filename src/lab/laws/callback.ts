/** Laws about callbacks: each is called once, and what it throws itself is not taken for anything else. */
import { list } from '../../text/english.ts';
import { spansOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './ending.ts';
import { endedWhen, howOften } from './words.ts';

/**
 * Each of these callbacks, which the scenario runs by `call`, is called once.
 *
 * `toStart(name, 1)` counts the same. This one knows that a callback is called and not started, and what
 * is behind one that is called twice: it threw, and was told of its own error.
 */
export function toCallOnce(trace: Trace, ...names: string[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  for (const name of names) {
    const calls = spansOf(trace, name).filter(({ kind }) => kind === 'call');
    if (calls.length === 1) continue;
    return {
      fact: howOften(name, calls, 1, 'called'),
      possible: calls[0] ? explainAgain(calls[0].ending) : explainNever(trace),
    };
  }
  return undefined;
}

function explainAgain(first: Trace['spans'][number]['ending']): string | undefined {
  return first === 'failed'
    ? 'The first time it threw an error of its own. That was caught, taken for a failure of the work, and told to the very callback that had thrown it. Listen for failures of the work alone.'
    : undefined;
}

function explainNever({ spans }: Trace): string {
  const failed = spans.find(({ ending }) => ending === 'failed');
  if (failed?.kind === 'call') {
    return `${failed.name} threw an error of its own at ${failed.end?.at} ms, and that ended whatever was to call the next. Let each callback have a turn of its own, where its errors harm nobody else.`;
  }
  return failed
    ? `${endedWhen(failed)}: who waits for it must be told that as well.`
    : 'Whoever asks must be told, also when somebody else has asked before: keep all who wait, or let each of them listen to the one promise.';
}

/**
 * These errors of callbacks, known by their messages, get out, each once, and no other: thrown where nobody
 * catches, or as a rejection that nobody hears. In a real program Node ends the process with either.
 */
export function toCrashWith(trace: Trace, ...messages: string[]): Breach | undefined {
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
