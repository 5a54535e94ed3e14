/** What the servers say of a crawl at its end. */
import type { Loaded } from './run/thread.ts';
import { COMPLAINTS, type Complaint, type Judged } from './web/judge.ts';

export interface Point {
  readonly of: Complaint | 'found' | 'once';
  /** How often it was not so, and the first URL. */
  readonly wrong?: readonly [times: number, url: string];
}

/** @param isWhole whether it has ended by itself, so that every page should be there */
export function verdict(
  reach: ReadonlySet<string>,
  loaded: readonly Loaded[],
  judged: Judged,
  isWhole: boolean,
): Point[] {
  const urls = loaded.map(({ url }) => url);
  const found = new Set(urls);
  const forgotten = [...reach].filter((url) => !found.has(url));
  const extra = urls.filter((url, i) => !reach.has(url) || urls.indexOf(url) < i);
  return [
    ...COMPLAINTS.map((of) => point(of, judged.complaints[of])),
    point('once', firstOf(extra)),
    ...(isWhole ? [point('found', firstOf(forgotten))] : []),
  ];
}

function firstOf(urls: readonly string[]): Point['wrong'] {
  const [first] = urls;
  return first === undefined ? undefined : [urls.length, first];
}

function point(of: Point['of'], wrong: Point['wrong']): Point {
  return wrong ? { of, wrong } : { of };
}
