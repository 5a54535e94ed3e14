import type { Breach } from '../../laws/telling/breach.ts';
import type { Told } from '../../laws/telling/tell.ts';
import type { Way } from './states/paths.ts';

/** How a law of interleavings is broken. */
export interface Wrong extends Breach {
  /** What can be held against real threads. */
  readonly way?: Way;
}

/**
 * What a learner is told of a breach.
 *
 * @param isSeen real threads have done the same
 */
export function tellInterleavings(
  { fact, possible = '', interleaving }: Wrong,
  isSeen = false,
): Told {
  const seen = isSeen ? SEEN : '';
  const paragraphs = [fact, possible, seen].filter((paragraph) => paragraph !== '');
  return { paragraphs, lists: {}, pictures: [], ...(interleaving && { interleaving }) };
}

const SEEN = 'Seen on real threads, too, step by step:';
