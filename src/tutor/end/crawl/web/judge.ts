/** What the servers notice of a crawler: how many requests it makes, and which of them it should not have made. */
import type { Site, SitePage } from './site.ts';

export const COMPLAINTS = ['busy', 'hasty', 'crowd', 'again', 'strange', 'deep'] as const;

/**
 * Of a request: its host was `busy` with another one; it came too soon after the last one (`hasty`); too many were open
 * (`crowd`). Its page was loaded already, or has failed twice (`again`); no page links to it (`strange`); it is too `deep`.
 */
export type Complaint = (typeof COMPLAINTS)[number];

export interface Judged {
  readonly requests: number;
  /** How often there was reason to complain, and the first URL. */
  readonly complaints: { readonly [C in Complaint]?: readonly [times: number, url: string] };
}

export interface Rules {
  /** Requests at a time. */
  readonly n: number;
  /** Least pause between the requests to one host, in ms. */
  readonly delay: number;
  /** How long a crawler waits for an answer, in ms. */
  readonly timeout: number;
}

/** One request, from the moment in which it came. */
export interface Visit {
  readonly url: string;
  readonly host: string;
  readonly since: number;
  /** Which one it is of this page, from 1 on. */
  readonly tries: number;
  /** When its answer was sent, or the crawler gave up. */
  until?: number;
  /** When we knew. */
  knownSince?: number;
  isAnswered: boolean;
}

/** Timers of Node may be early by a bit, in ms. */
const TOLERANCE = 5;

/** How long the news that a crawler has given up may take, in ms. */
const NEWS = 150;

/**
 * The end of an answer is noted before it is sent, and a request after it has come: so the pauses that are measured are
 * never shorter than those that were made, however slow the machine is.
 */
export class Judge {
  #requests = 0;
  readonly #visits: Visit[] = [];
  readonly #doubts: { readonly earlier: Visit; readonly url: string; readonly at: number }[] = [];
  readonly #complaints: { [C in Complaint]?: [times: number, url: string] } = {};
  readonly #reach: ReadonlySet<string>;
  readonly #site: Site;
  readonly #rules: Rules;
  readonly #loaded: ReadonlySet<string>;

  /** @param loaded the URLs of which an earlier part of the same crawl had the results */
  constructor(
    site: Site,
    reach: ReadonlySet<string>,
    rules: Rules,
    loaded: ReadonlySet<string> = new Set(),
  ) {
    this.#site = site;
    this.#reach = reach;
    this.#rules = rules;
    this.#loaded = loaded;
  }

  get requests(): number {
    return this.#requests;
  }

  /** A request has come. */
  begin(url: string, host: string): Visit {
    const now = performance.now();
    const before = this.#visits.filter((visit) => visit.url === url);
    this.#requests++;
    this.#judgeManners(url, host, now);
    this.#judgeUse(url, before);
    const visit = { url, host, since: now, tries: before.length + 1, isAnswered: false };
    this.#visits.push(visit);
    return visit;
  }

  /** Its answer is sent now, or the crawler has closed the connection. */
  end(visit: Visit, isAnswered: boolean): void {
    if (visit.until !== undefined) return;
    visit.isAnswered = isAnswered;
    visit.knownSince = performance.now();
    // That a crawler gives up is learned late. It did so when its time was over.
    visit.until = Math.min(visit.knownSince, this.#patienceOf(visit));
  }

  /** What there is to say so far. */
  judged(): Judged {
    for (const { earlier, url, at } of this.#doubts.splice(0))
      if ((earlier.knownSince ?? Number.POSITIVE_INFINITY) - at > NEWS) this.#complain('busy', url);
    return { requests: this.#requests, complaints: { ...this.#complaints } };
  }

  #judgeManners(url: string, host: string, now: number): void {
    const open = this.#visits.filter(({ until }) => until === undefined);
    const atHost = open.filter((visit) => visit.host === host);
    const ends = this.#visits.flatMap((it) => (it.host === host ? [it.until ?? 0] : []));
    for (const earlier of atHost.filter((it) => now >= this.#patienceOf(it)))
      this.#doubts.push({ earlier, url, at: now });
    if (atHost.some((it) => now < this.#patienceOf(it))) this.#complain('busy', url);
    else if (now - Math.max(0, ...ends) < this.#rules.delay - TOLERANCE)
      this.#complain('hasty', url);
    if (open.filter((it) => now < this.#patienceOf(it)).length >= this.#rules.n)
      this.#complain('crowd', url);
  }

  #judgeUse(url: string, before: readonly Visit[]): void {
    const page: SitePage | undefined = this.#site.pages.get(url);
    if (page && page.level > this.#site.maxDepth) this.#complain('deep', url);
    else if (!this.#reach.has(url)) this.#complain('strange', url);
    if (this.#loaded.has(url) || before.length >= 2 || before.some((visit) => visit.isAnswered))
      this.#complain('again', url);
  }

  /** The earliest moment in which a crawler may have given up: a request comes a bit later than it was sent. */
  #patienceOf({ since }: Visit): number {
    return since + 0.8 * this.#rules.timeout;
  }

  #complain(what: Complaint, url: string): void {
    const [times, first] = this.#complaints[what] ?? [0, url];
    this.#complaints[what] = [times + 1, first];
  }
}

/** Of two parts of one crawl. */
export function addUp(a: Judged, b: Judged): Judged {
  const both = COMPLAINTS.flatMap((what) => {
    const [first, second] = [a.complaints[what], b.complaints[what]];
    const [, url] = first ?? second ?? [];
    return url === undefined ? [] : [[what, [(first?.[0] ?? 0) + (second?.[0] ?? 0), url]]];
  });
  return { requests: a.requests + b.requests, complaints: Object.fromEntries(both) };
}
