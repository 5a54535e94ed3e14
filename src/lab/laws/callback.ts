/** Laws about callbacks: each is called once, and what it throws itself is not treated as an error of the work. */
import { list, quote, were } from '../../text/english.ts';
import { spansOf } from '../trace/look.ts';
import type { Span, Trace } from '../trace/trace.ts';
import { say, show } from '../trace/value.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';
import { endedWhen, howOften } from './telling/words.ts';

/**
 * Each of these callbacks, which the scenario runs by `call`, is called once.
 *
 * `toStart(name, 1)` counts the same. This one knows that a callback is called and not started, and what may
 * be behind one that is called twice: it threw, and got its own error.
 */
export function toCallOnce(trace: Trace, ...names: string[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  for (const name of names) {
    const calls = spansOf(trace, name).filter(({ kind }) => kind === 'call');
    if (calls.length === 1) continue;
    return {
      fact: howOften(name, calls, 1, 'called'),
      possible: calls[0] ? explainAgain(calls[0]) : explainNever(trace),
    };
  }
  return undefined;
}

function explainAgain({ ending }: Span): string {
  return ending === 'failed'
    ? 'The first time, it threw an error of its own. Did a catch take that error, and pass it to the same callback? Handle only the errors of the work there.'
    : 'Is it called in two places, or still kept after it was called?';
}

function explainNever({ spans }: Trace): string {
  const ended = spans.filter(({ end }) => end);
  const thrower = ended.find(({ kind, ending }) => kind === 'call' && ending === 'failed');
  if (thrower)
    return `${quote(thrower.name)} threw an error of its own at ${thrower.end?.at} ms. Does one loop call all callbacks? Such an error ends the loop: queue each callback on its own.`;
  const failed = ended.find(({ ending }) => ending === 'failed');
  return failed
    ? `${endedWhen(failed)}. Was this callback waiting for that? If so, call it with the error.`
    : 'Was the work already running when this callback was passed in? Keep every callback that waits, or attach each one to the same promise.';
}

/**
 * These errors of callbacks, known by their messages, stay uncaught, each once, and no other one does: thrown
 * where no code catches them, or rejections without a handler. In a real program Node ends the process with
 * either.
 */
export function toCrashWith(trace: Trace, ...messages: string[]): Breach | undefined {
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const out = [...trace.uncaught, ...trace.unhandled.filter(({ handledAt }) => handledAt === null)];
  const said = out.map(({ error }) => (error instanceof Error ? error.message : say(error)));
  const lost = messages.filter((message) => !said.includes(message));
  if (lost.length > 0) return isCaught(trace, lost);
  const extra = said.find((message, i) => !messages.includes(message) || said.indexOf(message) < i);
  if (extra === undefined) return undefined;
  return messages.includes(extra)
    ? {
        fact: `${show(extra)} was uncaught more than once; expected once.`,
        possible:
          'One error rejects every promise in a chain. Is there a second promise in your code that rejects with it?',
      }
    : {
        fact: `${show(extra)} was not caught; expected ${messages.length > 0 ? `only ${list(messages.map(show))}` : 'no error'} to be uncaught.`,
        possible: 'Is it an error of the work? Attach a handler for it before it comes.',
      };
}

/** An error that a callback threw, and that did not get out: some code has caught it. */
function isCaught({ spans }: Trace, lost: readonly string[]): Breach {
  const rejected = spans.find(
    ({ kind, error }) => kind === 'wait' && error instanceof Error && lost.includes(error.message),
  );
  if (rejected?.end)
    return {
      fact: `${quote(rejected.name)} rejected at ${rejected.end.at} ms, and the rejection was handled; expected: unhandled.`,
      possible:
        'A handler that your code attaches to a promise handles its rejection, also if it only looks at the end.',
    };
  if (!spans.some(({ kind, ending }) => kind === 'call' && ending === 'failed')) {
    return {
      fact: `${were(lost.map(show))} never thrown; expected: uncaught.`,
      possible: 'Was the callback called that throws it?',
    };
  }
  return {
    fact: `${were(lost.map(show))} thrown by a callback, and caught; expected: uncaught.`,
    possible:
      'An error of a callback is a bug in the callback: let it reach Node, which reports it. Catch only the errors of the work.',
  };
}
