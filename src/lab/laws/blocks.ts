/** A law about blocks: what was begun within one does not outlive it. */
import { quote } from '../../text/english.ts';
import { isBefore } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import { asShipped, comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';

/**
 * All that was begun within a block (`lab.block`) has ended when the block ends.
 *
 * @param because says why to a learner
 */
export function toOutliveNoBlock(trace: Trace, because?: string): Breach | undefined {
  const stub = asShipped(trace);
  if (stub) return stub;
  for (const block of trace.spans) {
    const { end, name } = block;
    if (!end) continue;
    const late = trace.spans.find((span) => span.within === name && !isBefore(span.end, end));
    if (!late || block.kind !== 'call') continue;
    const until = late.end ? `until ${late.end.at} ms` : 'never ended';
    return {
      fact: `The block ${quote(name)} ended at ${end.at} ms, while ${quote(late.name)} (${until}) was still running within it.`,
      possible: because,
    };
  }
  return trace.outcome.kind === 'failed' ? undefined : comesToAnEnd(trace);
}
