/** The web that a crawler gets: its pages, how each behaves, and which links to which. */
import { hrefTo, oddLinks } from './links.ts';
import { randomOf } from './random.ts';

/**
 * How a page behaves: `flaky` answers 503 once, and `snappish` cuts the connection once; `broken` and `cut` do so each time.
 * `slow` takes longer than a crawler waits, and the body of `endless` never ends. `circle` redirects to itself, and `moved`
 * to a page of another host to which nothing else leads.
 */
export type Behaviour =
  | 'plain'
  | 'flaky'
  | 'broken'
  | 'snappish'
  | 'cut'
  | 'slow'
  | 'endless'
  | 'missing'
  | 'circle'
  | 'moved';

export interface SitePage {
  /** As `URL` writes it. */
  readonly url: string;
  readonly host: string;
  /** Links from the start. All ways to a page are equally long, so that its depth is the same for every crawler. */
  readonly level: number;
  readonly behaviour: Behaviour;
  /** How long the answer takes, in ms. */
  readonly ms: number;
  /** As they stand in the page. */
  readonly links: string[];
  readonly location?: string;
}

export interface Site {
  readonly seed: number;
  readonly start: string;
  readonly maxDepth: number;
  /** By their URLs. */
  readonly pages: ReadonlyMap<string, SitePage>;
}

export const HOSTS = ['alpha.test', 'beta.test', 'gamma.test', 'delta.test'] as const;

export const MAX_DEPTH = 4;

/** Of a page of level 2 or more, in turn: the first ones are enough for a small web that has no slow pages. */
const BEHAVIOURS = [
  'plain flaky plain moved plain missing snappish plain circle plain plain broken plain cut plain plain slow plain endless',
  'plain plain flaky plain moved plain missing plain snappish plain circle plain plain plain broken plain plain',
]
  .join(' ')
  .split(' ') as Behaviour[];

/** Whether links can be read from a page, when it is tried twice. */
export const isReadable = ({ behaviour }: SitePage) =>
  behaviour === 'plain' || behaviour === 'flaky' || behaviour === 'snappish';

/** Longer than a crawler waits, in ms. */
const SLOW = 2000;

/** @param size how many pages can be found, from 12 on */
export function createSite(seed: number, size: number): Site {
  const random = randomOf(seed);
  const among = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const pages: SitePage[] = [];

  function add(level: number, behaviour: Behaviour, host: string, location?: string): SitePage {
    const number = pages.length;
    const url = `http://${host}/${number === 0 ? '' : number}`;
    const ms = behaviour === 'slow' ? SLOW : 10 + Math.floor(random() * 70);
    const page = { url, host, level, behaviour, ms, links: [], ...(location ? { location } : {}) };
    pages.push(page);
    return page;
  }
  const link = (from: SitePage, to: SitePage) => from.links.push(hrefTo(from, to, random()));

  /** From one or two pages of the level above. */
  function addLinked(level: number, behaviour: Behaviour, host: string): SitePage {
    const above = pages.filter((page) => page.level === level - 1 && isReadable(page));
    const page = add(level, behaviour, host);
    for (const parent of new Set([among(above), among(above)])) link(parent, page);
    return page;
  }

  const start = add(0, 'plain', HOSTS[0]);
  const firsts = Math.max(4, Math.floor(size / 8));
  for (let i = 0; i < firsts; i++) addLinked(1, 'plain', HOSTS[i % HOSTS.length] as string);
  const perLevel = (size - pages.length) / (MAX_DEPTH - 1);
  for (let i = 0; pages.length < size; i++) {
    const level = Math.min(MAX_DEPTH, 2 + Math.floor((pages.length - firsts - 1) / perLevel));
    const behaviour = BEHAVIOURS[i % BEHAVIOURS.length] as Behaviour;
    const host = among(HOSTS);
    if (behaviour === 'moved' && pages.length < size - 1) addMoved(level, host);
    else addLinked(level, behaviour === 'moved' ? 'plain' : behaviour, host);
  }
  // One step too far.
  for (const host of HOSTS) addLinked(MAX_DEPTH + 1, 'plain', host);
  for (const page of pages) page.links.push(...oddLinks(page, among(pages.slice(0, firsts + 1))));

  /** The target has the next number. */
  function addMoved(level: number, host: string): void {
    const other = among(HOSTS.filter((it) => it !== host));
    const above = pages.filter((page) => page.level === level - 1 && isReadable(page));
    const moved = add(level, 'moved', host, `http://${other}/${pages.length + 1}`);
    link(among(above), moved);
    add(level, 'plain', other);
  }

  return {
    seed,
    start: start.url,
    maxDepth: MAX_DEPTH,
    pages: new Map(pages.map((page) => [page.url, page])),
  };
}
