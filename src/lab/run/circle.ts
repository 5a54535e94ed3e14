/** Circular waits. What code waits for cannot be seen; what settles without it can. */
import type { Trace } from '../trace/trace.ts';

/** Each pending call costs a run. A scene that has more of them is told without a circle. */
const MOST_CALLS = 6;

/**
 * The names of calls that wait for each other: none of them settles, and if any one is not made, all the others
 * do. Empty where there are none.
 *
 * @param without the same scene, with one of its calls not made: the number of that call, from 0
 */
export async function circleOf(
  { outcome, spans }: Trace,
  without: (call: number) => Promise<Trace>,
): Promise<string[]> {
  if (outcome.kind !== 'deadlock' || outcome.io.length > 0) return [];
  const calls = callsOf(spans);
  const pending = [...calls.keys()].filter((i) => !calls[i]?.end);
  if (pending.length < 2 || pending.length > MOST_CALLS) return [];
  const names: string[] = [];
  for (const one of pending) {
    const others = callsOf((await without(one)).spans);
    if (pending.every((i) => i === one || others[i]?.end)) names.push(calls[one]?.name as string);
  }
  return names.length > 1 ? names : [];
}

const callsOf = (spans: Trace['spans']) => spans.filter(({ kind }) => kind === 'call');
