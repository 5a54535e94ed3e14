import { again, eachCase, eachReason, expect, type Lab, observe, test, together } from '#lab';
import { Crawl, type State, type StopOptions } from './4-stop.ts';

type Page = State['waiting'][number];
type Result = Crawl extends AsyncIterable<infer Each> ? Each : never;

/** A scene may end before the work of a fetch that is deaf. Timers and listeners have a test of their own. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const LIMITS = { n: 2, maxDepth: 2, delay: 20, timeout: 53, pause: 17, grace: 22 };

const USUAL = {
  ...LIMITS,
  stops: Infinity, // when the signal is aborted; 0 is before the loop begins
  busy: 0, // how long the body works on each result
  asks: [] as readonly number[], // when it is asked for its state
};

// What failures say, in the order of the tests.
const BEGINS_NOTHING =
  'The signal was aborted: begin no page any more. What is running may go on for the grace.';
const IN_THE_GRACE =
  'What is loaded within the grace is a result as any other, and its links are pages as all others: add them.';
const WHOLE =
  'Nobody stops this crawl: it loads what `crawl` loads, at the same time, and yields the same results.';
const AS_WRITTEN = 'A page is known by its URL as `URL` writes it, without its fragment.';
const TOO_LONG =
  'The grace is over: tell what is still loading to stop, in that millisecond. It has no result.';
const NO_SECOND =
  'After the abort, no second try begins. One that runs may go on for the grace, and what comes of it is final.';
const LATE =
  'A try has failed when its time is up. What its `fetch` fulfils with later is no result.';
const ENDS =
  'The loop ends when all results are taken, and each `fetch` of a page without a result has settled, also a deaf one. It does not wait for the end of the grace or of a pause.';
const NO_ERROR = 'The loop ends, and does not throw, also when `signal` was aborted.';
const BEFORE = 'The signal was aborted before the loop began: fetch nothing, and end.';
const STATE =
  'A page is waiting until its result is taken: also while it is loading, and when it is loaded.';
const PLAIN = 'A state is plain JSON, and a copy: it stays as it is, and belongs to the caller.';
const GOES_ON =
  'A crawl that goes on loads what was waiting in the state, and never again what was seen and is not waiting.';
const LEFT =
  'The loop has been left: tell what is loading to stop, and leave in that millisecond. All that had no result is waiting again.';
const LAZY = 'Nobody had asked for a result yet. Begin with the first call of `next`.';
const NO_TIMER = 'Each try has a timer, and the grace has one. Nothing else takes time.';
const NO_SENSE = 'Such a crawl makes no sense. Say so in the constructor.';
const APART = 'Each crawl has its own pages, its own signal and its own grace.';

/** `a/1` for `http://a.test/1`, and `a` for its front page. */
const nameOf = (url: string) =>
  url.replace(/^http:\/\/(\w+)\.test/, '$1').replace(/^(\w+)\/$/, '$1');
const hostOf = (url: string) => url.split('/')[2] as string;
const urlsOf = (names: string) =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => new URL(`http://${name.replace(/^\w+/, '$&.test')}`).href);
const workOf = (url: string, i: number) => nameOf(url) + (i === 0 ? '' : ' again');
const sayWaiting = (pages: Iterable<Page>) => {
  const names = [...pages].map(({ url, depth }) => `${nameOf(url)} (${depth})`);
  return `waiting: ${names.sort().join(', ') || 'nothing'}`;
};

/**
 * Pages. `'a 11:503 13 /1 //b.test; b 97~5!'`: `a` is 503 after 11 ms and 200 after 13 ms, and has two links. `b` fails after
 * 97 ms, and takes 5 ms to stop; `97~` is deaf to its signal.
 */
const pageIn = (site: string, name: string) => {
  const all = site.split('; ').map((page) => page.split(' '));
  const words = all.find(([first]) => first === name) ?? ['1'];
  const tries = words.flatMap((word) => {
    const [, takes, stopsIn, how = ':200'] = /^(\d+)(?:~(\d*))?(!|:\d+)?$/.exec(word) ?? [];
    const isDeaf = stopsIn === '';
    const status = how === '!' ? 0 : Number(how.slice(1));
    return takes ? [{ takes: Number(takes), isDeaf, stopsIn: Number(stopsIn ?? 0), status }] : [];
  });
  const links = words.slice(1).filter((word) => !/^[\d>]/.test(word));
  const location = words.find((word) => word.startsWith('>'))?.slice(1);
  const page = { links, ...(location !== undefined && { location }) };
  // The last one stands for all that come after it.
  return { tryAt: (i: number) => tries[Math.min(i, tries.length - 1)] as (typeof tries)[0], page };
};

interface Options extends Partial<typeof USUAL> {
  start?: string;
  stopsAfter?: string; // the page in whose body it is aborted, after so many microtasks
  microtasks?: number;
  reason?: unknown;
  from?: State; // to go on with, and what had been seen before
  seen?: readonly string[];
  leaves?: string; // the page after whose result the loop is left
  throws?: unknown; // what the body throws there; else it is a `break`
}

const allOf = (site: string, options: Options) => ({
  start: site.split(' ')[0] as string,
  ...USUAL,
  ...options,
});

type Work = [begins: number, ends: number, how: { aborted?: number }];
/** One page, its tries, and how long the last one may go on. */
type Load = { page: Page; works: Work[]; until: number; isLate: boolean };

/** How it goes, ms by ms. */
const planOf = (site: string, options: Options) => {
  const all = allOf(site, options);
  const { n, maxDepth, delay, timeout, pause, grace, busy, stops, asks } = all;
  const log: [number, string][] = [];
  const seen = new Set<string>();
  const freeAt = new Map<string, number>();
  const queue = new Set<Page>();
  const waiting = new Set<Page>();
  const plan: Record<string, Work> = {};
  const open = new Set<Load>();
  const cut = new Set<Load>();
  const loaded: Result[] = [];
  const results: Result[] = [];
  let [busyUntil, leftAt, cutAt] = [0, Infinity, Infinity];
  const add = (url: string, depth: number) => {
    if (seen.has(url) || depth > maxDepth) return;
    const page = { url, depth };
    for (const set of [queue, waiting]) set.add(page);
    seen.add(url);
  };
  const begin = (load: Load, now: number) => {
    const { url } = load.page;
    const i = load.works.length;
    const { takes, isDeaf, stopsIn } = pageIn(site, nameOf(url)).tryAt(i);
    const isLate = takes > timeout;
    const until = now + Math.min(takes, timeout);
    const end = isDeaf ? now + takes : until + (isLate ? stopsIn : 0);
    const work: Work = [now, end, isLate && !isDeaf ? { aborted: until } : {}];
    plan[workOf(url, i)] = work;
    load.works.push(work);
    Object.assign(load, { until, isLate });
  };
  const takeIn = ({ page, works, isLate }: Load, status: number, now: number) => {
    const { url, depth } = page;
    const { links, location } = pageIn(site, nameOf(url)).page;
    const isLoaded = !isLate && status > 0;
    const isRedirect = status >= 300 && status < 400 && location !== undefined;
    const target = isRedirect && { location: new URL(location, url).href };
    const error = isLate ? 'timeout' : `no ${nameOf(url)}`;
    const outcome = isLoaded ? { status, links, ...target } : { error };
    if (isLoaded && target) add(target.location, depth);
    for (const link of links.filter((one) => isLoaded && URL.canParse(one, url)))
      add(new URL(link, url).href.replace(/#.*/, ''), depth + 1);
    freeAt.set(hostOf(url), now + delay);
    loaded.push({ ...page, ...outcome, tries: works.length } as Result);
  };
  /** Where a page stands at this moment: its try is running, it is loaded, it tries again, or it is told to stop. */
  const advance = (load: Load, now: number) => {
    const { works, until, isLate } = load;
    const { status, isDeaf, stopsIn } = pageIn(site, nameOf(load.page.url)).tryAt(works.length - 1);
    const isOver = until <= now;
    const isFinal = works.length === 2 || (!isLate && status > 0 && status < 500);
    if (isOver && !isFinal && cutAt === Infinity) {
      if (until + pause === now) begin(load, now);
    } else if (isOver || now >= cutAt) {
      open.delete(load);
      if (isOver && isFinal) return takeIn(load, status, now);
      cut.add(load);
      if (!isOver && !isDeaf) works.at(-1)?.splice(1, 2, now + stopsIn, { aborted: now });
    }
  };
  for (const { url, depth } of all.from?.waiting ?? []) add(url, depth);
  for (const url of urlsOf(all.start)) if (!all.from) add(url, 0);
  for (const url of all.seen ?? []) seen.add(url);
  for (let now = 0; ; now++) {
    if (now === stops) cutAt = now + grace;
    for (const load of open) advance(load, now);
    while (loaded.length > 0 && busyUntil <= now && now < leftAt) {
      const result = loaded.shift() as Result;
      const name = nameOf(result.url);
      for (const page of waiting) if (page.url === result.url) waiting.delete(page);
      results.push(result);
      log.push([now, name]);
      busyUntil = now + busy;
      if (name === all.stopsAfter) cutAt = now + grace;
      if (name === all.leaves) leftAt = busyUntil;
    }
    if (now === leftAt) cutAt = now;
    for (const load of open) advance(load, now);
    const isStopped = cutAt < Infinity;
    const isDone = open.size + loaded.length + (isStopped ? 0 : queue.size) === 0;
    const isSettled = [...cut].every(({ works }) => works.every(([, end]) => end <= now));
    if (asks.includes(now)) log.push([now, sayWaiting(waiting)]);
    if (now === leftAt || (isDone && isSettled && busyUntil <= now)) {
      log.push([now, `the end; ${sayWaiting(waiting)}`]);
      for (const ms of asks) if (ms > now) log.push([ms, sayWaiting(waiting)]);
      const told = [...cut].map(({ page }) => page.url);
      return { plan, log, results, end: now, seen: [...seen], told };
    }
    for (const page of isStopped ? [] : queue) {
      const host = hostOf(page.url);
      if (open.size + loaded.length >= n || (freeAt.get(host) ?? 0) > now) continue;
      queue.delete(page);
      freeAt.set(host, Infinity);
      const load = { page, works: [], until: 0, isLate: false };
      open.add(load);
      begin(load, now);
    }
  }
};

/** A fetch of that site. */
const fetchOf = (lab: Lab, site: string): StopOptions['fetch'] => {
  const fetched: string[] = [];
  return (url, { signal }) => {
    const i = fetched.filter((one) => one === url).length;
    fetched.push(url);
    const { tryAt, page } = pageIn(site, nameOf(url));
    const { takes, status, isDeaf, stopsIn } = tryAt(i);
    const no = `no ${nameOf(url)}`;
    const fails = status === 0 && { failsWith: hostOf(url) === 'c.test' ? no : new Error(no) };
    const job = lab.job(workOf(url, i), takes, { gives: { status, ...page }, ...fails, stopsIn });
    return job(isDeaf ? undefined : signal);
  };
};

const crawlOf = (lab: Lab, start: string[], site: string, limits: Partial<typeof LIMITS> = {}) => {
  const { signal } = lab.controller();
  return new Crawl(start, { ...LIMITS, ...limits, fetch: fetchOf(lab, site), signal });
};

const nowhere = (url: string, pages: readonly { url: string }[] = []) =>
  pages.every((page) => page.url !== url);

const crawling = async (
  site: string,
  options: Options,
  ifStuck = ENDS,
  { plan } = planOf(site, options),
) => {
  const all = allOf(site, options);
  const { from, stops, reason, busy } = all;
  const results: Result[] = [];
  const fetched = new Set<string>();
  let state: State | undefined;
  let [hasThrown, isTooLate] = [false, false];
  const scene = async (lab: Lab) => {
    const controller = lab.controller();
    const stop = () => controller.abort(reason);
    const { signal } = controller;
    const fetchPage = fetchOf(lab, site);
    const fetch: typeof fetchPage = (url, how) => {
      isTooLate ||= signal.aborted;
      if (signal.aborted) lab.log(`'${nameOf(url)}' was fetched after the abort`);
      fetched.add(url);
      return fetchPage(url, how);
    };
    const begins: string[] | State = from ? JSON.parse(JSON.stringify(from)) : urlsOf(all.start);
    const crawl = new Crawl(begins, { ...all, fetch, signal });
    // It is the caller's again.
    (Array.isArray(begins) ? begins : begins.waiting).splice(0);
    if (stops === 0) stop();
    else if (stops < Infinity) lab.at(stops, stop, 'stop');
    for (const ms of all.asks) lab.at(ms, () => lab.log(sayWaiting(crawl.state().waiting)));
    try {
      for await (const result of crawl) {
        results.push(result);
        lab.log(nameOf(result.url));
        for (let i = 0; i < (all.microtasks ?? 0); i++) await undefined;
        if (nameOf(result.url) === all.stopsAfter) stop();
        if (busy > 0) await lab.sleep(busy);
        if (nameOf(result.url) !== all.leaves) continue;
        if ('throws' in options) throw all.throws;
        break;
      }
    } catch (error) {
      if (!signal.aborted || 'throws' in options) throw error;
      hasThrown = true;
      lab.log('the loop threw an error');
    } finally {
      state = crawl.state();
      lab.log(`the end; ${sayWaiting(state.waiting)}`);
    }
    return results;
  };
  const toReach = Object.keys(plan).length > 0 && { plan };
  const trace = await observe(scene, { mayLeave, ifStuck, ...toReach });
  /** A page that was fetched has a result, or is not waiting: not right for one that was told to stop. */
  const isLost = (url: string) =>
    fetched.has(url) && (nowhere(url, state?.waiting) || !nowhere(url, results));
  return { trace, state: state as State, isLost, hasThrown, isTooLate };
};

/** Each page begins and ends as planned, the loop gets each result at its ms, and the state is right. */
const asPlanned = async (site: string, why: string, options: Options = {}) => {
  const planned = planOf(site, options);
  const { plan, log, results, end, seen, told } = planned;
  const { trace, state, isLost, hasThrown } = await crawling(site, options, why, planned);
  if (hasThrown) expect(trace).toLog(...log, NO_ERROR);
  const lost = told.find(isLost);
  const because = lost
    ? `'${nameOf(lost)}' was told to stop, or would need a second try; expected: no result, and the page waiting again.`
    : why;
  if ('throws' in options) expect(trace).toRejectWith(options.throws, end, because);
  else {
    const aborts = Object.entries(plan).map(([name, [, , { aborted }]]) => [name, aborted]);
    expect(trace).toRunAsPlanned(because);
    expect(trace).toAbort(Object.fromEntries(aborts.filter(([, ms]) => ms)), because);
    expect(trace).toGive(results, because);
  }
  expect(trace).toLog(...log, because);
  return { from: state, seen };
};

/** `'34 5'`: stopped at 34 ms, with a grace of 5 ms. */
const stopsOf = (texts: readonly string[]) =>
  texts
    .map((text) => text.split(' ').map(Number))
    .map(([stops = 0, grace = 0]) => ({ stops, grace }));

const SMALL =
  'a 31 /1 /2 //b.test /1#top; a/1 11 /#top; a/2 13 //c.test; b 43 /1 http://a.test/; b/1 23; c 7';

test('begins no page when the signal is aborted, and adds the links of what is loaded in the grace', async () => {
  await asPlanned(SMALL, BEGINS_NOTHING, { stops: 57, grace: 12 });
  for (const stops of [2, 29, 34, 57, 68, 91])
    await eachCase({ [`When it is stopped at ${stops} ms:`]: stops }, async (at) => {
      await asPlanned(SMALL, BEGINS_NOTHING, { stops: at, grace: 47 });
    });
  const moved = 'a 23:301 //c.test http://[ //d.test >//c.test; b 7; c 3';
  await asPlanned(moved, IN_THE_GRACE, { start: 'a b', stops: 2, grace: 37 });
  const wide = 'a 23 //d.test /1; b 31 //e.test; c 5 /1';
  for (const n of [1, 3])
    await asPlanned(wide, IN_THE_GRACE, { start: 'a b c', n, stops: 2, grace: 37 });
  for (const microtasks of [0, 1, 2, 3, 4, 5, 6, 7, 9, 12])
    for (const grace of [0, 9]) {
      const how = { n: 1, stopsAfter: 'a', microtasks, grace };
      const { trace, isTooLate } = await crawling('a 7 //b.test //c.test', how);
      // What had begun in the same ms has its grace.
      if (grace === 0 || isTooLate)
        expect(trace).toLog([7, 'a'], [7, 'the end; waiting: b (1), c (1)'], BEGINS_NOTHING);
    }
  const one = { start: 'a b', stopsAfter: 'a', grace: 97 };
  await asPlanned('a 7 /1; b 47; a/1 3', BEGINS_NOTHING, one);
});

test('yields what a crawl yields as long as nobody stops it', async () => {
  for (const n of [1, 2, 3, Infinity])
    await asPlanned(SMALL, WHOLE, { n, busy: n === 2 || n === 3 ? 37 : 0 });
  for (const maxDepth of [0, 1, Infinity]) await asPlanned(SMALL, WHOLE, { maxDepth });
  const broken = 'a 7 /5 /n //b.test //c.test; a/5 11:503 5; a/n 3!; b 97 71; c 3!';
  for (const grace of [0, 97]) await asPlanned(broken, WHOLE, { grace });
  await asPlanned('a 7 /1; b 11; a/1 3', WHOLE, { start: 'a b a no:', n: 3, delay: 0 });
  await asPlanned('a 7', WHOLE, { timeout: 1, pause: 1 });
  const moved = 'a 2:300 >//b.test /1; a/1 3:301; b 5:399 >//c.test; c 7:299 >/2; d 9:400 >/2';
  await asPlanned(moved, WHOLE, { start: 'a d', n: 4 });
  const scene = async (lab: Lab) => {
    const crawl = crawlOf(lab, ['no URL', 'HTTP://a.test#top', ...urlsOf('a')], 'a 7');
    for await (const { url } of crawl) lab.log(nameOf(url));
    return sayWaiting(crawl.state().waiting);
  };
  const written = await observe(scene, { mayLeave });
  expect(written).toLog([7, 'a'], AS_WRITTEN);
  expect(written).toGive('waiting: nothing', AS_WRITTEN);
});

test('tells what is still loading after the grace to stop', async () => {
  for (const how of stopsOf(['29 1', '34 5', '56 11', '57 0', '3 0', '91 2', '89 10']))
    await eachCase(
      { [`Stopped at ${how.stops} ms, with a grace of ${how.grace}:`]: how },
      async (one) => {
        for (const n of [2, 3]) await asPlanned(SMALL, TOO_LONG, { ...one, n });
      },
    );
  await asPlanned('a 13; b 29; c 41', TOO_LONG, { start: 'a b c', n: 3, stops: 5, grace: 19 });
  await asPlanned('a 13:404; b 29!', TOO_LONG, { start: 'a b', stops: 5, grace: 19 });
});

test('begins no second try', async () => {
  const cases = {
    'When a page is in the pause between its tries:': 'a 7:503 5',
    'When its first try has the status 500 after that:': 'a 23:500 5',
    'When its first try fails after that:': 'a 23! 5',
    'When its first try runs into its time limit after that:': 'a 97 5',
    'When its first try, deaf to its signal, runs into its time limit after that:': 'a 97~ 5',
    'When its second try is running:': 'a 5! 13 //b.test',
    'When its second try fails after that:': 'a 3! 19!',
    'When its second try has the status 503 after that:': 'a 3! 19:503',
    'When its second try runs into its time limit after that:': 'a 3! 97',
  };
  await eachCase(cases, async (site) => {
    await asPlanned(site, NO_SECOND, {
      stops: 11,
      grace: 71,
      pause: 4 + 5 * Number(site === 'a 7:503 5'),
    });
    await asPlanned(`${site}; c 41`, NO_SECOND, { start: 'a c', stops: 11, grace: 71, pause: 5 });
  });
  await asPlanned('a 7:503 5', NO_SECOND, { stops: 11, grace: 0 });
  await asPlanned('a 89~ 47', NO_SECOND, { stops: 100, grace: 41 });
  await asPlanned('a 89~ 47', ENDS, { stops: 75, grace: 5 });
  await asPlanned('a 97~ 5', LATE, { stops: 11, grace: 197 });
  await asPlanned('a 7! 59 /1', NO_SECOND, { stops: 29, grace: 13 });
});

test('ends as soon as all has settled, whatever the reason', async () => {
  const slow = 'a 13; b 43~5; c 31~; d 97~11';
  for (const grace of [0, 4, 25])
    for (const start of ['b', 'c', 'a b', 'a b d c'])
      await asPlanned(slow, ENDS, { start, n: 4, stops: 10, grace, timeout: 197 });
  for (const end of ['!', ':503']) await asPlanned(`a 31~${end}`, ENDS, { stops: 10, grace: 5 });
  await asPlanned('a 11 /1; b 7; c 3; d 27', ENDS, { start: 'a b c d', n: 4, busy: 37, stops: 9 });
  await asPlanned(SMALL, ENDS, { stops: 103, grace: 1000 });
  await eachReason(['the signal'], async ({ 'the signal': reason }) => {
    await asPlanned('a 43; b 7', ENDS, { start: 'a b', stops: 10, grace: 2, reason });
  });
});

test('fetches nothing when the signal was aborted before', async () => {
  for (const start of ['a', 'a b a', '']) await asPlanned(SMALL, BEFORE, { start, stops: 0 });
  await asPlanned(SMALL, BEFORE, { stops: 0, grace: 0, n: 1 });
});

test('says at any moment what was not taken', async () => {
  const asks = [2, 30, 32, 56, 61, 73, 81, 99, 109, 119, 133, 150, 175];
  const all = [{}, { n: 4 }, { busy: 23 }, { stops: 57, grace: 19 }, { n: 3, busy: 47, stops: 96 }];
  for (const options of all) await asPlanned(SMALL, STATE, { ...options, asks });
  await asPlanned('a 7:503 5; b 3!', STATE, { start: 'a b', asks: [1, 5, 10, 25, 28] });
  const trace = await observe(async (lab) => {
    const crawl = crawlOf(lab, urlsOf('a b'), 'a 7 /1; b 23; a/1 3');
    const before = crawl.state();
    const said: string[] = [];
    for await (const _ of crawl) {
      said.push(sayWaiting(before.waiting));
      const state = crawl.state();
      for (const page of state.waiting.splice(0)) page.depth = 7;
      state.seen.splice(0);
    }
    return [...said, sayWaiting(crawl.state().waiting)];
  });
  const first = 'waiting: a (0), b (0)';
  expect(trace).toGive([first, first, first, 'waiting: nothing'], PLAIN);
});

test('goes on with a state, and loads no page a second time', async () => {
  const AT = ['0 0', '2 13', '34 0', '34 47', '57 2', '57 19', '79 3', '97 47', '112 0'];
  const next = { n: 3, stops: 45, grace: 7, asks: [2] };
  for (const [i, { stops, grace }] of stopsOf(AT).entries()) {
    const first = { stops, grace, n: 2 + (i % 2), busy: i % 3 === 2 ? 29 : 0 };
    await eachCase({ [`Stopped at ${stops} ms, with a grace of ${grace}:`]: first }, async () => {
      const stopped = await asPlanned(SMALL, GOES_ON, first);
      const again = await asPlanned(SMALL, GOES_ON, { ...stopped, ...next });
      await asPlanned(SMALL, GOES_ON, { ...again, n: 3 });
    });
  }
});

test('has all that was not taken waiting again when the loop is left', async () => {
  const site = 'a 11 //b.test //c.test //d.test //e.test; b 13; c 43 /1; d 7:503 23; e 59~5; c/1 3';
  const inTheGrace = { leaves: 'b', n: 4, busy: 5, stops: 21, grace: 97 };
  const cases: Record<string, Options> = {
    '': { leaves: 'a', busy: 1 },
    'When one page is between its two tries:': { leaves: 'b', n: 3, busy: 2 },
    'When results are not taken:': { leaves: 'a', n: 4, busy: 23 },
    'When the next page waits for the end of a pause:': { leaves: 'c', n: 3, busy: 2 },
    'When the signal was aborted before, and the grace is not over:': inTheGrace,
  };
  await eachCase(cases, async (options) => {
    const left = await asPlanned(site, LEFT, options);
    await asPlanned(site, LEFT, { ...options, throws: new Error('no room for it') });
    await asPlanned(site, GOES_ON, { ...left, n: 4 });
  });
});

test('does nothing before it is asked, and leaves nothing', async () => {
  const unread = await observe(async (lab) => {
    const crawl = crawlOf(lab, urlsOf('a'), 'a 7');
    const iterator = crawl[Symbol.asyncIterator]();
    await lab.sleep(31);
    await iterator.return?.(undefined);
    return sayWaiting(crawl.state().waiting);
  });
  expect(unread).toGive('waiting: a (0)', LAZY);
  expect(unread).toStart('a', 0, LAZY);
  expect(unread).toLeaveNothing();
  const site = 'a 31 //b.test //c.test; e 3; b 7 //d.test; c 5! 13; d 23';
  const cases: Record<string, [Options, timers: number]> = {
    'When nobody stops it:': [{}, 7],
    'When it is stopped, and all is loaded in the grace:': [{ stops: 41, grace: 97 }, 7],
    'When it is stopped, and the grace is too short:': [{ stops: 34, grace: 1 }, 5],
    'When it is stopped, and has no grace:': [{ stops: 34, grace: 0 }, 4],
    'When it is stopped while the body works:': [{ busy: 37, stops: 41 }, 5],
  };
  await eachCase(cases, async ([options, timers]) => {
    const { trace } = await crawling(site, { start: 'a e', ...options });
    expect(trace).toSetTimers(timers, NO_TIMER);
    expect(trace).toFireTimersOnce();
    expect(trace).toLeaveNothing();
  });
  const isLeft = async (pages: string, options: Options, what = 'When the loop is left:') =>
    eachCase({ [what]: pages }, async () =>
      expect((await crawling(pages, { grace: 197, ...options })).trace).toLeaveNothing(),
    );
  const pending = 'When `next` of the frontier is pending, and the loop is left:';
  await isLeft('a 7 /1; b 11; a/1 3', { start: 'a b', leaves: 'b' }, pending);
  const { trace } = await crawling('a 3; b 47~', { start: 'a b', leaves: 'a' });
  expect(trace).toLeaveNothing(['work']);
  for (const leaves of ['e', 'a', 'b', 'c', 'd'])
    for (const stops of [Infinity, 0, 1]) await isLeft(site, { start: 'a e', leaves, stops, n: 3 });
});

test('throws a RangeError for numbers that make no sense', async () => {
  const wrong = { n: [0, 0.5, 1.5], maxDepth: [0.5], delay: [0.5], grace: [0.5, Infinity] };
  for (const [name, values] of Object.entries(wrong))
    for (const value of [...values, -1, Number.NaN, -Infinity])
      await eachCase({ [`With ${name} ${value}:`]: { [name]: value } }, async (limits) => {
        const trace = await observe(async (lab) => {
          try {
            crawlOf(lab, urlsOf('a'), 'a 7', limits);
          } catch (error) {
            if (error instanceof RangeError) return 'a RangeError';
            throw error;
          }
          return 'no error';
        });
        expect(trace).toGive('a RangeError', NO_SENSE);
      });
  for (const [name, ms] of Object.entries({ timeout: -1, pause: Infinity })) {
    const why = `With a ${name} of ${ms}, \`load\` rejects: the loop has to end with that error.`;
    const { trace } = await crawling('a 7', { [name]: ms }, why);
    expect(trace).toFailWith({ name: 'RangeError' }, 0, why);
  }
});

test('keeps each crawl apart', async () => {
  const options = { stops: 57, grace: 19, n: 3 };
  for (const repeat of [again, together])
    await repeat(
      async () => (await crawling(SMALL, options)).trace,
      (trace) => {
        expect(trace).toRunAsPlanned(APART);
        expect(trace).toLog(...planOf(SMALL, options).log, APART);
      },
    );
  const several = await observe((lab) => {
    const fetch = fetchOf(lab, 'a 11 //b.test; b 17 //c.test; c 5');
    const read = async (signal: AbortSignal) => {
      const crawl = new Crawl(urlsOf('a'), {
        ...LIMITS,
        fetch,
        signal,
      });
      const names: string[] = [];
      for await (const { url } of crawl) names.push(nameOf(url));
      return `${names.join(' ')}; ${sayWaiting(crawl.state().waiting)}`;
    };
    const [stopped, other] = [lab.controller(), lab.controller()];
    lab.at(5, () => stopped.abort());
    return Promise.all([read(stopped.signal), read(other.signal), read(other.signal)]);
  });
  const whole = 'a b c; waiting: nothing';
  expect(several).toGive(['a; waiting: b (1)', whole, whole], APART);
});
