import { fc, rarely, reason, scenes, type Tools } from '#scenes';
import type { CrawlOptions } from '../3-crawl.ts';
import type { State } from '../4-stop.ts';

/** Free: what comes of a reason that cannot be turned into a text. */
const textual = reason.filter((it) => {
  try {
    return typeof String(it) === 'string';
  } catch {
    return false;
  }
});

/**
 * Free: what comes first of two things in the same ms. So nothing here falls together: pages take random times, out of
 * very many, and no multiple of a delay is one of the time that the loop needs.
 */
const page = fc.record({
  takes: fc.integer({ min: 1, max: 1_000_003 }),
  status: fc.constantFrom(200, 200, 200, 200, 301, 404, 503),
  rejects: rarely.chain((fails) =>
    fails ? textual.map((it) => ({ it })) : fc.constant(undefined),
  ),
  isDeaf: rarely,
  links: fc.array(fc.nat(9), { maxLength: 4 }),
  location: fc.nat(9),
});

const urlOf = (i: number) => (i < 9 ? `http://${'abc'[i % 3]}.test/x/${i}` : 'http://[');
/** Some are relative to their page. */
const linkOf = (i: number) => (i % 4 === 1 ? `${i}` : urlOf(i) + (i % 4 === 2 ? '#top' : ''));

type Page = typeof page extends fc.Arbitrary<infer T> ? T : never;

/** Of two pages in three, the second try is another one. */
function fetchOf(tools: Tools, pages: readonly Page[]): CrawlOptions['fetch'] {
  const tries = new Map<string, number>();
  return async (url, { signal }) => {
    const i = Number(url.at(-1));
    const count = (tries.get(url) ?? 0) + 1;
    tries.set(url, count);
    const { takes, status, rejects, isDeaf, links, location } = pages[i % pages.length] as Page;
    const gets = { status: count === 1 || i % 3 === 0 ? status : 200, links: links.map(linkOf) };
    const answer = gets.status === 301 ? { ...gets, location: urlOf(location) } : gets;
    const work = {
      takes: takes + 131 * url.charCodeAt(7) + 13 * i + count,
      ...(isDeaf && { deaf: true as const }),
      ...(rejects ? { rejects: rejects.it } : { fulfils: answer }),
    };
    return (await tools.op(`${url}, no. ${count}`, work)(signal)) as typeof answer;
  };
}

scenes(import.meta.dirname, {
  excuses: {
    'wrong-eager': 'The loop begins in the ms in which the crawl is made.',
    'wrong-in-an-immediate': 'It comes in the same ms, and timers are not compared.',
    'wrong-live-state': 'No state is changed here.',
    'wrong-one-state': 'No state is read a second time here.',
    'wrong-one-more-page': 'Free here: an abort comes in a ms of its own.',
    'wrong-reads-the-start-later': 'The start is not changed here.',
    'wrong-retries-a-timeout': 'No page takes longer than its time limit here.',
    'wrong-waits-for-the-last-fetch': 'No page takes longer than its time limit here.',
    'wrong-urls-as-written': 'All URLs are written as `URL` writes them here.',
    'wrong-any-places': 'All numbers make sense here.',
    'wrong-checks-in-the-loop': 'All numbers make sense here.',
    'wrong-checks-only-the-sign': 'All numbers make sense here.',
  },
  input: fc.record({
    pages: fc.array(page, { minLength: 1, maxLength: 9, size: 'max' }),
    start: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
    n: fc.constantFrom(1, 2, 3, 7, Infinity),
    maxDepth: fc.constantFrom(0, 1, 2, 5, Infinity),
    delay: fc.constantFrom(0, 20, 10_007),
    busy: fc.constantFrom(0, 7, 30_011, 700_001),
    /** Of each part of the crawl; the last one is not stopped. */
    stops: fc.array(fc.option(fc.integer({ min: 1, max: 2_000_029 }), { nil: 0, freq: 9 }), {
      maxLength: 3,
    }),
    grace: fc.constantFrom(0, 50_021, 700_027),
    asks: fc.array(fc.integer({ min: 1, max: 2_000_029 }), { maxLength: 3 }),
    leavesAfter: fc.oneof(fc.constant(Infinity), fc.nat(5)),
    throws: rarely,
    reason,
  }),
  async call({ Crawl }: typeof import('../4-stop.ts'), input, tools) {
    const { pages, start, n, maxDepth, delay, busy, stops, grace, asks, leavesAfter } = input;
    const fetch = fetchOf(tools, pages);
    const options = { fetch, n, maxDepth, delay, timeout: 2_000_003, pause: 400_009, grace };
    let state: State | undefined;
    let count = 0;
    const part = async (stopsAt: number) => {
      const controller = tools.lab.controller();
      const { signal } = controller;
      const stop = () => controller.abort(input.reason);
      const crawl = new Crawl(state ?? start.map(urlOf), { ...options, signal });
      // Free: the order in it. What is written down has one.
      const stateOf = () => {
        const { waiting, ...others } = crawl.state();
        return { ...others, waiting: waiting.sort((a, b) => (a.url < b.url ? -1 : 1)) };
      };
      if (stopsAt === 0) stop();
      else if (stopsAt < Infinity) tools.lab.at(stopsAt, stop);
      for (const ms of asks)
        tools.lab.at(ms, () => tools.note(`waiting ${tools.say(stateOf().waiting)}`));
      try {
        for await (const result of crawl) {
          tools.note(`yields ${tools.say(result)}`);
          const leaves = ++count === leavesAfter;
          // Free: whether a page has begun in the ms in which the loop is left.
          if (busy > 0 || leaves) await tools.lab.sleep(busy || 3);
          if (leaves && input.throws) throw input.reason;
          if (leaves) break;
        }
      } finally {
        state = JSON.parse(JSON.stringify(stateOf())) as State;
        tools.note(`the end, waiting ${tools.say(state.waiting)}`);
      }
    };
    for (const stopsAt of [...stops, Infinity]) await tools.settles(() => part(stopsAt), 'a part');
  },
});
