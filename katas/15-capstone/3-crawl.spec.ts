import { again, eachCase, eachReason, expect, type Lab, observe, test, together } from '#lab';
import { type CrawlOptions, crawl, type Result } from './3-crawl.ts';

/** A scene may end before the work of a fetch that is deaf. Timers and listeners have a test of their own. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const LIMITS = { n: 2, maxDepth: 2, delay: 20, timeout: 53, pause: 17 };

const USUAL = { ...LIMITS, begins: 0, busy: 0 };

// What failures say, in the order of the tests.
const EACH =
  'Each page is loaded once. Its links, resolved against its URL, are added before it is `done`, the next page begins when a place is free, and each result is yielded when it is loaded.';
const LINKS =
  'Resolve each link against the URL of its page, and add it one deeper, whatever the status. What is no URL is left out.';
const BEFORE_DONE =
  'Add the links of a page before you pass it to `done`: else the frontier is over while they are still missing.';
const BEFORE_YIELD =
  'Add the links of a page when it is loaded. Its result may wait for a long time until the loop takes it.';
const REDIRECT =
  'The target of a redirect is a page of its own: add it at the depth of the page, before the links, and leave it to the frontier when.';
const POLITE =
  'A host has one page at a time, and its pause begins when the page is loaded, not when it began and not when its result is taken.';
const PLACES =
  'Each free place takes the next page of the frontier in the millisecond in which there is one. It waits for no other place.';
const TAKEN =
  'A page keeps its place until its result is taken. The place is free when `next` fulfils with it, and not when the body has ended.';
const FAILURES =
  'A page that could not be loaded is a result as any other. The crawl goes on with the other pages.';
const OVER =
  'The loop ends when no page is loading or waiting and all results are taken, and not before: a page that is loading may bring links.';
const LAZY = 'Nobody had asked for a result yet. Begin with the first call of `next`.';
const LEFT =
  'The loop has been left: tell what is loading to stop, begin nothing, and leave in that millisecond.';
const NO_TIMER =
  'Each try has a timer. No page waits for a pause, and nothing else takes time: it can be woken by what happens.';
const NO_SENSE = 'Such a crawl makes no sense. Say so before anything is fetched.';
const APART = 'Each call has its own frontier, its own places and its own signal.';

/** `a/1` for `http://a.test/1`, and `a` for its front page. */
const nameOf = (url: string) =>
  url
    .replace('http://', '')
    .replace('.test', '')
    .replace(/^([\w:]+)\/$/, '$1');
const urlOf = (name: string) => new URL(`http://${name.replace(/^\w+/, '$&.test')}`).href;
const urlsOf = (names: string) => names.split(' ').filter(Boolean).map(urlOf);
const allOf = (site: string) =>
  site
    .split('; ')
    .map((page) => page.split(' ')[0])
    .join(' ');
const hostOf = (url: string) => url.split('/')[2] as string;
const NOWHERE = 'http://[';
const noPage = (url: string) => new Error(`no ${nameOf(url)}`);
const workOf = (url: string, i: number) => nameOf(url) + (i === 0 ? '' : ' again');

/**
 * Pages. `'a 11:503 13 /1 //b.test; b 97~!'`: `a` is 503 after 11 ms and 200 after 13 ms, and has two links. `b` fails after
 * 97 ms, and is deaf to its signal. `>/x` is where a redirect leads.
 */
const pageIn = (site: string, name: string) => {
  const words = site
    .split('; ')
    .map((page) => page.split(' '))
    .find(([first]) => first === name) ?? ['1'];
  const tries = words.flatMap((word) => {
    const [, takes, deaf, how = ':200'] = /^(\d+)(~?)(!|:\d+)?$/.exec(word) ?? [];
    const status = how === '!' ? 0 : Number(how.slice(1));
    return takes ? [{ takes: Number(takes), isDeaf: deaf === '~', status }] : [];
  });
  const links = words.slice(1).filter((word) => !/^(\d|>)/.test(word));
  const location = words.find((word) => word.startsWith('>'))?.slice(1);
  // The last one stands for all that come after it.
  const tryAt = (i: number) => tries[Math.min(i, tries.length - 1)] as (typeof tries)[0];
  return { tryAt, page: { links, ...(location !== undefined && { location }) } };
};

interface Options extends Partial<typeof LIMITS> {
  start?: string;
  /** When the loop begins. */
  begins?: number;
  /** How long its body works on each result. */
  busy?: number;
  /** The page after whose result the loop is left. */
  leaves?: string;
  /** What the body throws there; else it is a `break`. */
  throws?: unknown;
  /** What each fetch that fails rejects with. */
  reason?: unknown;
}

/** What `load` makes of a page, and when it has each of its tries, counted from its call. */
const loadOf = (site: string, url: string, { timeout, pause, ...more }: typeof USUAL & Options) => {
  const { tryAt, page } = pageIn(site, nameOf(url));
  const { reason } = { reason: noPage(url), ...more };
  const spans: [number, number][] = [];
  for (let i = 1, start = 0; ; i++) {
    const { takes, status, isDeaf } = tryAt(i - 1);
    const ends = start + Math.min(takes, timeout);
    spans.push([start, isDeaf ? start + takes : ends]);
    start = ends + pause;
    const message = reason instanceof Error ? reason.message : String(reason);
    const error = takes > timeout ? 'timeout' : message;
    const failed = takes > timeout || status === 0;
    if (i === 1 && (failed || status >= 500)) continue;
    const { links, location = NOWHERE } = page;
    const isRedirect = status >= 300 && status < 400 && URL.canParse(location, url);
    const target = isRedirect && { location: new URL(location, url).href };
    const result = failed ? { error, tries: i } : { status, links, ...target, tries: i };
    return { spans, ends, result };
  }
};

/** How it goes, ms by ms. */
const planOf = (site: string, options: Options) => {
  const {
    start = site.split(' ')[0] as string,
    n,
    maxDepth,
    delay,
    begins,
    busy,
    leaves,
  } = { ...USUAL, ...options };
  const plan: Record<string, [number, number]> = {};
  const results: Result[] = [];
  const log: [number, string][] = [];
  const seen = new Set<string>();
  const freeAt = new Map<string, number>();
  const waiting = new Set<{ url: string; depth: number }>();
  const open = new Set<{ ends: number; result: Result }>();
  const loaded: Result[] = [];
  let [busyUntil, leftAt] = [begins, Infinity];
  const add = (link: string, base: string, depth: number) => {
    if (!URL.canParse(link, base)) return;
    const url = new URL(link, base).href.replace(/#.*/, '');
    if (!url.startsWith('http') || seen.has(url) || depth > maxDepth) return;
    waiting.add({ url, depth });
    seen.add(url);
  };
  for (const url of urlsOf(start)) add(url, url, 0);
  for (let now = begins; ; now++) {
    for (const load of open) {
      if (load.ends > now) continue;
      const { url, depth, ...outcome } = load.result;
      const { links, location = NOWHERE } = 'error' in outcome ? { links: [] } : outcome;
      add(location, url, depth);
      for (const link of links) add(link, url, depth + 1);
      freeAt.set(hostOf(url), now + delay);
      loaded.push(load.result);
      open.delete(load);
    }
    while (loaded.length > 0 && busyUntil <= now && now < leftAt) {
      const next = loaded.shift() as Result;
      results.push(next);
      log.push([now, nameOf(next.url)]);
      busyUntil = now + busy;
      if (nameOf(next.url) === leaves) leftAt = busyUntil;
    }
    const isOver = open.size + waiting.size + loaded.length === 0 && busyUntil <= now;
    if (isOver || now === leftAt) {
      const spans = Object.entries(plan).filter(([, [since]]) => since < now);
      for (const [, span] of spans) if (now === leftAt) span[1] = Math.min(span[1], now);
      return {
        plan: Object.fromEntries(spans),
        results,
        log: [...log, [now, 'the end']] as typeof log,
      };
    }
    for (const page of waiting) {
      const host = hostOf(page.url);
      if (open.size + loaded.length >= n || (freeAt.get(host) ?? 0) > now) continue;
      waiting.delete(page);
      freeAt.set(host, Infinity);
      const { spans, ends, result } = loadOf(site, page.url, { ...USUAL, ...options });
      open.add({ ends: now + ends, result: { ...page, ...result } as Result });
      for (const [i, [since, end]] of spans.entries())
        plan[workOf(page.url, i)] = [now + since, now + end];
    }
  }
};

/** A fetch of that site. */
const fetchOf = (lab: Lab, site: string, options: Options = {}): CrawlOptions['fetch'] => {
  const fetched: string[] = [];
  return (url, { signal }) => {
    const name = nameOf(url);
    const i = fetched.filter((one) => one === name).length;
    fetched.push(name);
    const { tryAt, page } = pageIn(site, name);
    const { takes, status, isDeaf } = tryAt(i);
    const gives = { status, ...page };
    const { reason: failsWith } = { reason: noPage(url), ...options };
    const end = status === 0 ? { gives, failsWith } : { gives };
    return lab.job(workOf(url, i), takes, end)(isDeaf ? undefined : signal);
  };
};

const crawling = (
  site: string,
  options: Options,
  ifStuck = OVER,
  { plan } = planOf(site, options),
) => {
  const { begins, busy, leaves, throws, ...limits } = { ...USUAL, ...options };
  const { start = site.split(' ')[0] as string } = options;
  return observe(
    async (lab) => {
      const pages = crawl(urlsOf(start), { ...limits, fetch: fetchOf(lab, site, options) });
      if (begins > 0) await lab.sleep(begins);
      const results: Result[] = [];
      try {
        for await (const result of pages) {
          results.push(result);
          lab.log(nameOf(result.url));
          if (busy > 0) await lab.sleep(busy);
          if (nameOf(result.url) !== leaves) continue;
          if ('throws' in options) throw throws;
          break;
        }
      } finally {
        lab.log('the end');
      }
      return results;
    },
    { mayLeave, plan, ifStuck },
  );
};

/** Each page begins and ends as planned, and the loop gets each result at its ms. */
const asPlanned = async (site: string, why: string, options: Options = {}) => {
  const expected = planOf(site, options);
  const { log, results } = expected;
  const trace = await crawling(site, options, why, expected);
  expect(trace).toRunAsPlanned(why);
  expect(trace).toLog(...log, why);
  expect(trace).toGive(results, why);
};

/** Pages without links, of different lengths. */
const pagesOf = (names: string) =>
  names
    .split(' ')
    .map((name, i) => `${name} ${[5, 3, 11, 7, 13, 2, 17][i % 7]}`)
    .join('; ');

const SMALL =
  'a 31 /1 /2 //b.test /1#top; a/1 11 /; a/2 13 //c.test; b 43 /1 http://a.test/; b/1 23; c 7';

test('yields a result for each page once, when it is loaded', async () => {
  await asPlanned(SMALL, EACH);
  for (const n of [1, 3]) await asPlanned(SMALL, EACH, { n });
  const loops = 'a 7 / # /b; a/b 5 /b . ..; c 3 //a.test //a.test/b';
  await asPlanned(loops, EACH, { start: 'a c a c/ a/b', n: 3 });
  await asPlanned('a 7; b 13; c 3; d 5', EACH, { start: 'a b c d', n: 4 });
});

test('adds the links of a page one deeper, as soon as it is loaded', async () => {
  const links = `${NOWHERE} z ../2 /3 ? //b.test b.test mailto:x # https:// HTTP://C.test/x#y http://c.test/x`;
  const site = `a/x/y 7 ${links}; ${pagesOf('a/x/z a/2 a/3 a/x/y? b a/x/b.test c/x')}`;
  for (const maxDepth of [0, 1]) await asPlanned(site, LINKS, { maxDepth });
  const chain = 'a 7 /1; a/1 5 /2; a/2 3 /3; a/3 11 /4; a/4 2';
  for (const maxDepth of [1, 3, Infinity]) await asPlanned(chain, LINKS, { maxDepth, delay: 0 });
  const deep = 'a 7 //b.test; b 11 //c.test; c 5 //d.test; d 3 //e.test; e 2; f 23 //d.test';
  await asPlanned(deep, LINKS, { start: 'a f', maxDepth: 3 });
  for (const status of [204, 302, 404, 503])
    await asPlanned(`a 7:${status} //b.test; b 3`, `${LINKS}`);
  await asPlanned('a 7 //b.test //c.test; b 5; c 3', BEFORE_DONE, { n: 3, delay: 0 });
  await asPlanned('a 7; b 3 //c.test; c 5', BEFORE_YIELD, { start: 'a b', busy: 97, n: 3 });
});

test('adds the target of a redirect at the same depth, and before the links', async () => {
  const site = 'a 7:301 >/t /l; a/t 5 /l /u; a/l 3 /v; a/u 2; a/v 11';
  for (const maxDepth of [0, 1, 2]) await asPlanned(site, REDIRECT, { maxDepth });
  const hosts = 'a 7:302 >//b.test; b 3:308 >//c.test/x; c/x 5';
  await asPlanned(hosts, REDIRECT, { maxDepth: 0 });
  await asPlanned('a 7:301 /t >/t; a/t 3 /u; a/u 5', REDIRECT, { maxDepth: 1 });
  for (const to of ['/', '#top', '//b.test', 'mailto:x', NOWHERE])
    await asPlanned(`a 11:301 /1; b 7:301 >${to} /1; a/1 5; b/1 3`, REDIRECT, { start: 'a b' });
  await asPlanned('a 7:200 >/t; a/t 3', REDIRECT);
});

test('loads one page of each host at a time, and makes a pause after each', async () => {
  const hosts = 'a/1 23; a/2 7; a/3 3; b/1 11; b/2 5; a:81 13';
  for (const delay of [0, 1, 97])
    await eachCase({ [`With a delay of ${delay}:`]: delay }, async (ms) => {
      await asPlanned(hosts, POLITE, { start: allOf(hosts), delay: ms, n: 5 });
    });
  await asPlanned('a 7 /1; a/1 5 /2; a/2 3', POLITE, { n: 3, busy: 37 });
  await asPlanned('a 7:503 11 /1; a/2 2; b 3; a/1 97 5', POLITE, { start: 'a a/2 b', n: 3 });
});

test('loads as many pages at the same time as there are places', async () => {
  const hosts = 'a 7; b 31; c 13; d 3; e 23; f 11; g 5; h 2';
  for (const n of [1, 3, 7, 1000, Infinity])
    await eachCase({ [`With n: ${n}:`]: n }, async (places) => {
      await asPlanned(hosts, PLACES, { start: allOf(hosts), n: places });
    });
  const late = 'a 47 //f.test //g.test; b 3 /1; c 7 //d.test //e.test; b/1 5';
  for (const n of [2, 3])
    await asPlanned(`${late}; ${pagesOf('d e f g')}`, PLACES, { start: 'a b c', n });
  // When `b` has ended, `a/2` could begin. While `b` was loading, only `c` could.
  await asPlanned('a/1 7; a/2 5; b 47; c 3', PLACES, { start: 'a/1 a/2 b c', n: 1 });
  const many = Array.from({ length: 60 }, (_, i) => `h${i}`);
  const wide = `a 7 ${many.map((host) => `//${host}.test`).join(' ')}; ${pagesOf(many.join(' '))}`;
  expect(await crawling(wide, { n: 13 }, PLACES)).toRunAsPlanned(PLACES);
});

test('keeps the place of a page until its result is taken', async () => {
  const site = 'a 11 //b.test //c.test //d.test //e.test; b 13; c 7; d 17; e 5';
  for (const n of [1, 2, 3, Infinity])
    for (const busy of [2, 53])
      await eachCase({ [`With n: ${n}, and ${busy} ms for each result:`]: n }, async (places) => {
        await asPlanned(site, TAKEN, { n: places, busy });
      });
  await asPlanned(SMALL, TAKEN, { busy: 37 });
});

test('makes a result of a page that could not be loaded, and goes on', async () => {
  const broken = 'a/5 7:503 11; a/n 5! 13!; a/4 3:404; a/s 97 71; a/z 97~ 97~!; b/x 23';
  for (const n of [1, 2, 3])
    await asPlanned(`a 11 /5 /n /4 /s /z //b.test/x; ${broken}`, FAILURES, { n });
  await asPlanned('a 7!', FAILURES);
  await asPlanned('a 7!; b 3! 5; c 97', FAILURES, { start: 'a b c', n: 1 });
  await eachReason(['the page'], (reasons) =>
    asPlanned('a 7!; b 11', FAILURES, { start: 'a b', reason: reasons['the page'] }),
  );
});

test('ends when nothing is left', async () => {
  const site = 'a 43 //c.test; b 3; c 7 /1; c/1 5';
  for (const start of ['', 'b a', 'a']) await asPlanned(site, OVER, { start, n: 3 });
  await asPlanned(SMALL, OVER, { busy: 31, n: 7 });
  const { outcome } = await observe(async (lab) => {
    const start = ['mailto:x@a.test', 'no URL', ''];
    for await (const _ of crawl(start, { ...LIMITS, fetch: fetchOf(lab, site) }));
  });
  expect(outcome).toMatchObject({ kind: 'returned', at: 0 });
});

test('does nothing before it is asked for a result', async () => {
  await asPlanned('a 7 /1; b 11; a/1 3', LAZY, { start: 'a b', begins: 41 });
  const unread = await observe(async (lab) => {
    const pages = crawl([urlOf('a')], { ...LIMITS, fetch: fetchOf(lab, 'a 7') });
    const iterator = pages[Symbol.asyncIterator]();
    await lab.sleep(31);
    return [await iterator.return?.(undefined), await iterator.next()].map((one) => one?.done);
  });
  expect(unread).toStart('a', 0, LAZY);
  expect(unread).toGive([true, true], 'It was closed before it had begun, so it is over.');
});

test('stops what is loading when the loop is left, and leaves at once', async () => {
  const site = 'a 11 //b.test //c.test //d.test //e.test; b 13; c 43 /1; d 7:503 23; e 59 5; c/1 3';
  const cases: Record<string, Options> = {
    '': { leaves: 'a', busy: 1 },
    'When the body has worked for a while:': { leaves: 'b', busy: 3 },
    'When one page is between its two tries:': { leaves: 'b', n: 3, busy: 2 },
    'When a page has its second try:': { leaves: 'b', n: 4, busy: 13 },
    'When results are not taken:': { leaves: 'a', n: 4, busy: 23 },
    'When the next page waits for the end of a pause:': { leaves: 'c', n: 3, busy: 2 },
  };
  const throws = new Error('no room for it');
  await eachCase(cases, async (options) => {
    const expected = planOf(site, options);
    const { plan, log, results } = expected;
    const at = log.at(-1)?.[0] as number;
    const cut = Object.keys(plan).filter((name) => plan[name]?.[1] === at);
    const trace = await crawling(site, options, LEFT, expected);
    expect(trace).toRunAsPlanned(LEFT);
    expect(trace).toAbort(Object.fromEntries(cut.map((name) => [name, at])), LEFT);
    expect(trace).toLog(...log, LEFT);
    expect(trace).toGive(results, LEFT);
    const thrown = await crawling(site, { ...options, throws }, LEFT, expected);
    expect(thrown).toRejectWith(throws, at, LEFT);
    expect(thrown).toLog(...log, LEFT);
  });
  await eachReason(['the body'], async ({ 'the body': reason }) => {
    const trace = await crawling(site, { leaves: 'a', throws: reason });
    expect(trace).toRejectWith(reason, 11, LEFT);
  });
  for (const ending of ['', '!', ':503']) {
    const trace = await crawling(`b 47~${ending}; a 11; c 7`, { start: 'b a', leaves: 'a' });
    expect(trace).toLog([11, 'a'], [11, 'the end'], LEFT);
    expect(trace).toStart('b again', 0, LEFT);
  }
  const slow = await observe(
    async (lab) => {
      const job = lab.job('b', 97, { gives: { status: 200, links: [] }, stopsIn: 5 });
      const fetch = fetchOf(lab, 'a 7');
      const pages = crawl(urlsOf('b a'), {
        ...LIMITS,
        fetch: (url, how) => (nameOf(url) === 'a' ? fetch(url, how) : job(how.signal)),
      });
      for await (const _ of pages) break;
      lab.log('the end');
    },
    { mayLeave },
  );
  expect(slow).toLog([7, 'the end'], LEFT);
});

test('sets no timer of its own, and leaves nothing', async () => {
  const site = 'a 31 //b.test //c.test; e 3; b 7 //d.test; c 5! 13; d 23';
  for (const busy of [0, 37]) {
    const trace = await crawling(site, { start: 'a e', busy });
    expect(trace).toSetTimers(7, NO_TIMER);
    expect(trace).toFireTimersOnce();
    expect(trace).toLeaveNothing();
  }
  for (const leaves of ['e', 'a', 'b', 'c', 'd'])
    for (const how of [{}, { throws: new Error('no room for it') }])
      expect(await crawling(site, { start: 'a e', leaves, n: 3, ...how })).toLeaveNothing();
  const pending = 'When `next` of the frontier is pending, and the loop is left:';
  await eachCase({ [pending]: 'a 7 /1; b 11; a/1 3' }, async (paused) => {
    expect(await crawling(paused, { start: 'a b', leaves: 'b' })).toLeaveNothing();
  });
});

test('ends with a RangeError for numbers that make no sense', async () => {
  const counts = [0, -1, 0.5, 1.5, Number.NaN, -Infinity];
  const wrong = { n: counts, maxDepth: [-1], delay: [-1], timeout: [0], pause: [0] };
  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      await eachCase({ [`With ${name} ${value}:`]: { [name]: value } }, async (limits) => {
        const scene = async (lab: Lab) => {
          const fetch = async () => {
            lab.log('fetch was called');
            return { status: 200, links: [] };
          };
          for await (const _ of crawl(urlsOf('a b'), { ...LIMITS, n: 3, ...limits, fetch }));
        };
        const trace = await observe(scene, { ifStuck: NO_SENSE });
        expect(trace).toFailWith({ name: 'RangeError' }, 0, NO_SENSE);
        expect(trace).toLog(NO_SENSE);
        expect(trace).toLeaveNothing();
      });
});

test('keeps each crawl apart', async () => {
  for (const repeat of [again, together])
    await repeat(
      () => crawling(SMALL, { n: 3 }),
      (trace) => {
        expect(trace).toRunAsPlanned(APART);
        expect(trace).toGive(planOf(SMALL, { n: 3 }).results, APART);
      },
    );
  const several = await observe(
    (lab) => {
      const fetch = fetchOf(lab, 'a 11 //b.test; b 17 //c.test; c 5');
      const read = async (n: number, maxDepth: number) => {
        const names: string[] = [];
        for await (const { url } of crawl(urlsOf('a'), { ...LIMITS, fetch, n, maxDepth })) {
          names.push(nameOf(url));
          if (n === 2) break;
        }
        return names.join(' ');
      };
      return Promise.all([read(1, 0), read(2, 2), read(3, 2), read(1, 2)]);
    },
    { mayLeave },
  );
  expect(several).toGive(['a', 'a', 'a b c', 'a b c'], APART);
});
