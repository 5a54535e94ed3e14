/** Where a run had several threads: what each of them did not do. Which of them decided about the time is not known. */
import { list, quote } from '../../../text/english.ts';
import { burnsOf, idleTimes, lengthOf } from '../../trace/look.ts';
import type { Span, Times, Trace } from '../../trace/trace.ts';

/** For each thread, the longest time without a computation, up to the end; undefined where there is one thread. */
export function sayIdleThreads(trace: Trace): string | undefined {
  const lives = trace.spans.filter(({ kind }) => kind === 'life');
  if (lives.length === 0) return undefined;
  const burns = trace.spans.filter(({ kind }) => kind === 'burn');
  const own = longestOf(idleTimes(burnsOf(trace), trace.outcome.at));
  const idle = own ? [`your own thread from ${own[0]} to ${own[1]} ms`] : [];
  const never: string[] = [];
  for (const { name } of lives) {
    const its = burns.filter(({ thread }) => thread === name);
    if (its.length === 0) never.push(quote(name));
    const stretch = longestOf(pausesOf(its, trace.outcome.at));
    if (stretch) idle.push(`${quote(name)} from ${stretch[0]} to ${stretch[1]} ms`);
  }
  const some = idle.length === 0 ? '' : `Idle: ${list(idle.slice(0, MOST))}.`;
  return (
    `${some} ${never.length === 0 ? '' : `${list(never)} never computed.`}`.trim() || undefined
  );
}

/** As many stretches as a sentence can hold. */
const MOST = 3;

/** Since it began to compute: before that it may not have been there. */
function pausesOf(burns: readonly Span[], until: number): Times[] {
  return idleTimes(burns, until).filter(([from]) => from > 0 && burns.length > 0);
}

function longestOf(stretches: readonly Times[]): Times | undefined {
  return [...stretches].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
}
