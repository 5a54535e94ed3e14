import { fc, rarely, reason, scenes, type Tools } from '#scenes';
import type { CrawlOptions } from '../3-crawl.ts';

/**
 * Free: what comes first of two things in the same ms. So nothing here falls together: pages take random times, out of
 * very many, and no multiple of a delay is one of the time that the loop needs.
 */
const page = fc.record({
  takes: fc.integer({ min: 1, max: 1_000_003 }),
  status: fc.constantFrom(200, 200, 200, 200, 301, 404, 503),
  rejects: rarely.chain((fails) => (fails ? reason.map((it) => ({ it })) : fc.constant(undefined))),
  isDeaf: rarely,
  links: fc.array(fc.nat(9), { maxLength: 4 }),
  location: fc.nat(9),
});

const urlOf = (i: number) => (i < 9 ? `http://${'abc'[i % 3]}.test/x/${i}` : 'http://[');
/** Some are relative to their page. */
const linkOf = (i: number) => (i % 4 === 1 ? `${i}` : urlOf(i));

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
  timers: true,
  excuses: {
    'wrong-checks-only-the-sign': 'All numbers make sense here.',
    'wrong-does-not-look-at-n': 'All numbers make sense here.',
    'wrong-swallows': 'All numbers make sense here.',
  },
  input: fc.record({
    pages: fc.array(page, { minLength: 1, maxLength: 9, size: 'max' }),
    start: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
    n: fc.constantFrom(1, 2, 3, 7, Infinity),
    maxDepth: fc.constantFrom(0, 1, 2, 5, Infinity),
    delay: fc.constantFrom(0, 20, 10_007),
    busy: fc.constantFrom(0, 7, 30_011, 700_001),
    begins: fc.constantFrom(0, 40_009),
    leavesAfter: fc.oneof(fc.constant(Infinity), fc.nat(5)),
    throws: rarely,
    reason,
  }),
  async call({ crawl }: typeof import('../3-crawl.ts'), input, tools) {
    const { pages, start, n, maxDepth, delay, busy, begins, leavesAfter, throws } = input;
    const fetch = fetchOf(tools, pages);
    const options = { fetch, n, maxDepth, delay, timeout: 2_000_003, pause: 17 };
    let count = 0;
    const read = async () => {
      const results = crawl(start.map(urlOf), options);
      if (begins > 0) await tools.lab.sleep(begins);
      for await (const result of results) {
        tools.note(`yields ${tools.say(result)}`);
        const leaves = ++count > leavesAfter;
        // Free: whether a page has begun in the ms in which the loop is left.
        if (busy > 0 || leaves) await tools.lab.sleep(busy || 3);
        if (leaves && throws) throw input.reason;
        if (leaves) break;
      }
    };
    await tools.settles(read, 'the loop');
  },
});
