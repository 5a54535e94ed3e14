/** What several laws say of a run, in the same words. */
import { list, quote, were } from '../../../text/english.ts';
import { endedAt, isBefore, neverStarted, notOverAt, type When, workOf } from '../../trace/look.ts';
import type { Span, Trace, Uncaught } from '../../trace/trace.ts';
import { say, show } from '../../trace/value.ts';
import type { Breach } from './breach.ts';

/** A line that was to be logged was printed; undefined where it was not. */
export function whyPrinted(
  { printed }: Trace,
  line: string,
): Pick<Breach, 'possible' | 'isProven'> | undefined {
  if (!printed.includes(line)) return undefined;
  return {
    isProven: true,
    possible: `Your code printed ${show(line)} with console.log. The test reads only what your code passes to 'log', the function that it was given.`,
  };
}

/** Of an 'error' that an emitter threw. */
export function sayEmitted({ at, error }: Uncaught): string {
  return `At ${at} ms an emitter emitted 'error' (${say(error)}) without a listener for 'error'. So \`emit\` threw that error, and no code caught it.`;
}

/** `'a' failed` or `'a' ended` of work; of a call, what its promise did. */
function endedHow({ name, kind, ending }: Span): string {
  const verb = {
    failed: kind === 'call' ? 'rejected' : 'failed',
    aborted: 'stopped',
    done: kind === 'call' ? 'fulfilled' : 'ended',
    running: 'was still running',
  }[ending];
  return `${quote(name)} ${verb}`;
}

/** `'a' failed at 30 ms`; of work that has ended. */
export function endedWhen(span: Span): string {
  return `${endedHow(span)} at ${span.end?.at} ms`;
}

/**
 * `, when 'a' failed`: what came to its own end at that ms, or just before that moment; empty where nothing did.
 *
 * @param but whose end is no news, because it is the one that is spoken of
 */
export function whenEnded(trace: Trace, when: When, but?: string): string {
  const ended = endedAt(workOf(trace), when).filter(
    ({ name, ending }) => ending !== 'aborted' && name !== but,
  );
  return ended.length > 0 ? `, when ${list(ended.map(endedHow))}` : '';
}

/** `'a' (until 30 ms) and 'b' (it never ended) were still running`; empty where there are none. */
export function stillAtWork(spans: readonly Span[]): string {
  const names = spans.map(
    ({ name, end }) => `${quote(name)} (${end ? `until ${end.at} ms` : 'it never ended'})`,
  );
  return names.length > 0 ? `${were([...new Set(names)])} still running` : '';
}

/** What had not come to its end by then, as words to follow a fact; empty where all had. */
export function notEnded(trace: Trace, when: When): string {
  const spans = notOverAt(workOf(trace), when);
  const later = spans.filter(({ start }) => !isBefore(start, when));
  const running = stillAtWork(spans.filter((span) => !later.includes(span)));
  const names = [...new Set(later.map(({ name }) => quote(name)))];
  const waiting = names.length > 0 ? `${were(names)} not started yet` : '';
  return [running, waiting].filter(Boolean).join(', and ');
}

/** `'a' and 'b' were never started.` of work that was handed out; undefined where all was started. */
export function sayNeverStarted(trace: Trace): string | undefined {
  const names = neverStarted(trace).map(quote);
  return names.length > 0 ? `${were(names)} never started.` : undefined;
}

/** The same, and what may be behind it. */
export function askNeverStarted(trace: Trace): string | undefined {
  const said = sayNeverStarted(trace);
  const question = workOf(trace).some(({ kind }) => kind === 'wait')
    ? 'Does your code await other work before it comes to that call?'
    : 'Does your code come to that call?';
  return said && `${said} ${question}`;
}

/** `'a' was started 2 times, at 0 and 30 ms; expected once.` */
export function howOften(
  name: string,
  spans: readonly Span[],
  times: number,
  verb = 'started',
): string {
  const when = `at ${list(spans.map(({ start }) => `${start.at}`))} ms`;
  const found =
    spans.length === 0
      ? `never ${verb}`
      : `${verb} ${times === 0 && spans.length === 1 ? '' : `${timesInWords(spans.length)}, `}${when}`;
  const expected = times === 0 ? ': not at all' : ` ${timesInWords(times)}`;
  return `${quote(name)} was ${found}; expected${expected}.`;
}

const timesInWords = (n: number) => (n === 1 ? 'once' : `${n} times`);

/** What made it start only when the other one had ended, where that may have been awaited. */
export function wasAwaited(before: Span, span: Span): string {
  const [first, second] = [quote(before.name), quote(span.name)];
  return `Was ${first} awaited before ${second} was called? Start both first, then await them.`;
}
