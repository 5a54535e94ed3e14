/** A law about async contexts: what runs as part of what. */
import { few, list, quote } from '../../text/english.ts';
import type { Ran, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import type { Breach } from './breach.ts';
import { comesToAnEnd } from './ending.ts';

/** What is to run at this ms, and the context in which it is to find itself. */
export type Running = readonly [ms: number, what: string, context: unknown];

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
  if (want && other) return isInAnother(trace, want, other, because);
  if (breach) return breach;
  if (want) return isMissing(want, ran, because);
  const [extra] = ran;
  if (!extra) return undefined;
  return {
    fact: `${quote(extra.what)} ran at ${extra.at} ms, in ${say(extra.context)}; expected nothing more.`,
    possible: because,
  };
}

const isSame = ({ at, what, context }: Ran, [ms, name, expected]: Running) =>
  at === ms && what === name && Object.is(context, expected);

const say = (context: unknown) => (context === undefined ? 'no context' : show(context));

function isInAnother(
  { contexts }: Trace,
  [ms, what, expected]: Running,
  { context }: Ran,
  because: string | undefined,
): Breach {
  const others = contexts.filter((one) => one.what !== what && Object.is(one.context, context));
  const names = [...new Set(others.map((one) => quote(one.what)))];
  const said = names.length > 4 ? few(names, 3) : list(names);
  const shared = context === undefined || names.length === 0 ? '' : `, as ${said} did`;
  return {
    fact: `At ${ms} ms ${quote(what)} ran in ${say(context)}${shared}; expected ${say(expected)}.`,
    possible: because,
  };
}

function isMissing(
  [ms, what, context]: Running,
  rest: readonly Ran[],
  because: string | undefined,
): Breach {
  const other = rest.find((one) => one.what === what);
  return {
    fact: other
      ? `${quote(what)} ran at ${other.at} ms; expected at ${ms} ms, in ${say(context)}.`
      : `${quote(what)} never ran; expected at ${ms} ms, in ${say(context)}.`,
    possible: because,
  };
}
