/** Laws about how much there is of something: how full a buffer gets, how far one is ahead of another. */
import { count, quote } from '../../text/english.ts';
import { isBefore, spansOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';

/**
 * At its highest, the level of this name is exactly so many.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toFillTo(
  trace: Trace,
  name: string,
  amount: number,
  because?: string,
): Breach | undefined {
  const levels = trace.levels.filter((level) => level.name === name);
  const most = Math.max(0, ...levels.map((level) => level.amount));
  if (most > amount) {
    const at = levels.find((level) => level.amount === most)?.at;
    return {
      fact: `${quote(name)} held ${most} at ${at} ms; expected ${amount} at most.`,
      possible: because,
      picture: 'yours',
    };
  }
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  if (most === amount) return undefined;
  return {
    fact: `${quote(name)} never held more than ${most}; expected ${amount} at some time.`,
    possible: because,
    picture: 'yours',
  };
}

/** How far one may be ahead of the other, at its furthest. */
export interface Lead {
  readonly least: number;
  readonly most: number;
}

/**
 * At its furthest, so many more of `maker` have started than of `taker` have ended: items that were asked for, and have
 * not been dealt with.
 *
 * @param because says why to a learner, where the run itself proves nothing
 */
export function toRunAhead(
  trace: Trace,
  maker: string,
  taker: string,
  { least, most }: Lead,
  because?: string,
): Breach | undefined {
  const [made, taken] = [spansOf(trace, maker), spansOf(trace, taker)];
  const leads = made.map(({ start }, i) => ({
    at: start.at,
    started: i + 1,
    // All that this ms brings is over when the next one begins.
    ended: taken.filter(({ end }) => isBefore(end, { at: start.at })).length,
  }));
  const ahead = ({ started, ended }: (typeof leads)[number]) => started - ended;
  const far = leads.find((lead) => ahead(lead) > most);
  if (far)
    return {
      fact: `At ${far.at} ms, ${count(far.started, 'item')} of ${quote(maker)} had been asked for, and ${far.ended} of ${quote(taker)} ${far.ended === 1 ? 'was' : 'were'} done: ${ahead(far)} ahead; expected ${most} at most.`,
      possible: because,
      picture: 'yours',
    };
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const furthest = Math.max(0, ...leads.map(ahead));
  if (furthest >= least) return undefined;
  return {
    fact: `${quote(maker)} was never more than ${furthest} ahead of ${quote(taker)}; expected ${least} at some time.`,
    possible: because,
    picture: 'yours',
  };
}
