/** A law about messages between threads: what is handed over is not copied. */
import { quote } from '../../text/english.ts';
import type { Trace } from '../trace/trace.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';

/** How the lab calls it when a thread copies a message (lab/threads/core.ts): 1 ms for each whole MB. */
const COPY = 'copy';

/**
 * No thread copies as much as a MB of a message, neither to send it nor to receive it.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toCopyNothing(trace: Trace, because?: string): Breach | undefined {
  const copy = trace.spans.find(({ name, kind }) => name === COPY && kind === 'burn');
  // A run that failed after it may have failed for another reason.
  if (!copy?.end) return comesToAnEnd(trace);
  const { start, end, thread } = copy;
  const who = thread === undefined ? "Your code's own thread" : quote(thread);
  return {
    fact: `${who} copied ${end.at - start.at} MB of a message, from ${start.at} to ${end.at} ms; expected no copy.`,
    possible: because,
  };
}
