import type { Breach } from '../../laws/breach.ts';
import type { Told } from '../../laws/tell.ts';
import type { Interleavings } from './interleave.ts';

/** What a learner is told of a breach. */
export function tellInterleavings(
  _run: Interleavings,
  { fact, possible, interleaving }: Breach,
): Told {
  const paragraphs = [fact, possible ?? ''].filter((paragraph) => paragraph !== '');
  return { paragraphs, lists: {}, pictures: [], ...(interleaving && { interleaving }) };
}
