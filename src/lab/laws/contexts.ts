/** Laws about async contexts: what runs as part of what. */
import { few, list, quote } from '../../text/english.ts';
import type { Ran, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';

/** What is to run at this ms, and the context in which it is to find itself. */
export type Running = readonly [ms: number, what: string, context: unknown];

/** What is to read a variable of its context at this ms, and the value that it is to find. */
export type Reading = readonly [ms: number, what: string, value: unknown];

/**
 * These run, each at its ms and in its context, and nothing else. Contexts are compared by identity. In which order
 * several of them run in one ms is free.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toRunIn(
  trace: Trace,
  runs: readonly Running[],
  because?: string,
): Breach | undefined {
  return hold(trace, runs, RUN, because);
}

/** The same for `lab.reads`, which notes the value of a variable, and not a context. */
export function toRead(
  trace: Trace,
  reads: readonly Reading[],
  because?: string,
): Breach | undefined {
  return hold(trace, reads, READ, because);
}

/** How a law says it. */
interface Words {
  readonly did: string;
  /** Between what ran, or read, and the context. */
  readonly within: string;
  say(context: unknown): string;
  /** A time, and what is found then. */
  at(ms: number, context: string): string;
}

const RUN: Words = {
  did: 'ran',
  within: 'in ',
  say: (context) => (context === undefined ? 'no context' : show(context)),
  at: (ms, context) => `at ${ms} ms, in ${context}`,
};

const READ: Words = {
  did: 'read',
  within: '',
  say: show,
  at: (ms, value) => `${value} at ${ms} ms`,
};

function hold(
  trace: Trace,
  runs: readonly Running[],
  words: Words,
  possible: string | undefined,
): Breach | undefined {
  const breach = comesToAnEnd(trace);
  const ran = [...trace.contexts];
  const missing: Running[] = [];
  for (const want of runs) {
    const i = ran.findIndex((one) => isSame(one, want));
    if (i < 0) missing.push(want);
    else ran.splice(i, 1);
  }
  const [want] = missing;
  // A run that ended badly may have told of a wrong context before.
  const other = want && ran.find(({ at, what }) => at === want[0] && what === want[1]);
  if (want && other) {
    const alike = ran.filter((one) => one !== other && Object.is(one.context, other.context));
    const wrong = alike.filter((one) =>
      missing.some(([ms, what]) => one.at === ms && one.what === what),
    );
    return { fact: tellOther(want, other, wrong, words), possible };
  }
  if (breach) return breach;
  if (want) return { fact: tellMissing(want, ran, words), possible };
  const [extra] = ran;
  if (!extra) return undefined;
  const { what, at, context } = extra;
  const fact = `${quote(what)} ${words.did} ${words.at(at, words.say(context))}; expected nothing more.`;
  return { fact, possible };
}

const isSame = ({ at, what, context }: Ran, [ms, name, expected]: Running) =>
  at === ms && what === name && Object.is(context, expected);

/** @param others that were not expected in that context either; those that were would seem to be wrong */
function tellOther(
  [ms, what, expected]: Running,
  { context }: Ran,
  others: readonly Ran[],
  { did, within, say }: Words,
): string {
  const names = [...new Set(others.map((one) => quote(one.what)))];
  const said = names.length > 4 ? few(names, 3) : list(names);
  const shared = context === undefined || names.length === 0 ? '' : `, as ${said} did`;
  const wanted = say(expected);
  const due = wanted === say(context) ? 'another one that looks the same' : wanted;
  return `At ${ms} ms ${quote(what)} ${did} ${within}${say(context)}${shared}; expected ${due}.`;
}

function tellMissing(
  [ms, what, context]: Running,
  rest: readonly Ran[],
  { did, at, say }: Words,
): string {
  const other = rest.find((one) => one.what === what);
  const due = `expected ${at(ms, say(context))}.`;
  if (!other) return `${quote(what)} never ${did}; ${due}`;
  return `${quote(what)} ${did} ${at(other.at, say(other.context))}; ${due}`;
}
