import {
  again,
  eachCase,
  eachMoment,
  expect,
  type Later,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { Frontier, type Limits } from './1-frontier.ts';

const LIMITS: Limits = { maxDepth: 3, delay: 20 };

// What failures say, in the order of the tests.
const TAKES =
  '`add` takes pages of http and https whose depth is at most `maxDepth`. For all others it returns false, and throws nothing.';
const ONCE =
  'A page is taken once, by its URL as `URL` writes it, without its fragment. Whether it is waiting, open or done makes no difference.';
const IN_ORDER = 'All hosts are free: `next` fulfils with the page that was added first.';
const ONE_OF_A_HOST =
  'At most one page of each host is open. `next` fulfils with the page that was added first of those whose host is free.';
const PAUSE = 'A host is free again `delay` ms after its page was passed to `done`.';
const SERVES =
  'A call that waits is served in the millisecond in which a page can be opened, and the first call comes first, before any newcomer.';
const NEWCOMER =
  'Serve the first call that waits in one step: while a page lies there for a call that has yet to wake up, a newcomer can take it.';
const OPEN =
  'While a page is open it may bring links, so the calls wait. When it is done and no page is waiting, all of them fulfil with undefined.';
const NOT_AGAIN = 'A later call of `done` for a page frees no host, and begins no pause.';
const CLOSED = 'After `close`, `next` fulfils with undefined, also for calls that wait already.';
const NO_TIMER = 'No call waits for the end of a pause, so no timer is needed.';
const ONE_TIMER = 'One call waits for the end of one pause: that is one timer.';
const NO_SENSE = 'A frontier with such limits makes no sense: throw in the constructor.';
const APART = 'Each frontier has its own pages and hosts.';

/** The name of a page, and how long it takes. */
const partsOf = (page: string) => page.split(/:(?=\d+$)/);
const urlOf = (name: string) => `http://${name.replace(/^\w+/, '$&.test')}`;
const nameOf = (url = 'a page without URL') => url.replace('http://', '').replace('.test', '');

/**
 * `'0 +a/1:10 ?x, 5 *y … +b/1:7'`: at 0 ms, page a/1 is added, which takes 10 ms, and 'x' calls `next`. At 5 ms 'y' does
 * so, again and again; later in that ms b/1 is added: … is the moment that a test changes. `!close` closes it.
 */
const stepsOf = (script: string) =>
  script.split(', ').map((step) => {
    const [ms, ...acts] = step.split(' ');
    return { ms: Number(ms), acts };
  });

interface Options extends Partial<Limits> {
  later?: Later;
  /** The pages that it links to, by the name of a page. */
  links?: Readonly<Record<string, string[]>>;
  /** Calls `done` so many ms later once more. */
  doneAgain?: number;
  /** Judges the calls, too: when each is served, and with which page. */
  calls?: boolean;
}

/** When each page is open, when each call is made and served, and who gets which. */
const planOf = (script: string, { links = {}, delay = LIMITS.delay, calls: shows }: Options) => {
  const pages: Record<string, [number, number]> = {};
  const served: Record<string, [number, number][]> = {};
  const log: [number, string][] = [];
  const seen = new Set<string>();
  const freeAt = new Map<string, number>();
  const calls: { act: string; since: number }[] = [];
  let waiting: string[] = [];
  let open: { page: string; until: number; act: string }[] = [];
  let isClosed = false;
  const hostOf = (page: string) => page.split('/')[0] as string;
  const steps = stepsOf(script);
  for (let now = 0; now < 500; now++) {
    const serve = (): void => {
      const page = waiting.find((one) => (freeAt.get(hostOf(one)) ?? 0) <= now);
      const isOver = isClosed || waiting.length + open.length === 0;
      const call = isOver || page ? calls.shift() : undefined;
      if (!call) return;
      const who = call.act.slice(1);
      served[who] = [...(served[who] ?? []), [call.since, now]];
      if (page && !isOver) {
        const [name = '', takes] = partsOf(page);
        const until = now + Number(takes);
        waiting = waiting.filter((one) => one !== page);
        open.push({ page, until, act: call.act });
        freeAt.set(hostOf(page), Infinity);
        pages[name] = [now, until];
        log.push([now, `${who}: ${name}`]);
      }
      serve();
    };
    const doOne = (act: string) => {
      if (/^[?*]/.test(act)) calls.push({ act, since: now });
      else if (act.startsWith('+') && !seen.has(act)) waiting.push(act.slice(1));
      isClosed ||= act === '!close';
      seen.add(act);
      serve();
    };
    for (const { page, act } of open.filter(({ until }) => until === now)) {
      for (const link of links[partsOf(page)[0] as string] ?? []) doOne(`+${link}`);
      open = open.filter((one) => one.page !== page);
      freeAt.set(hostOf(page), now + delay);
      serve();
      if (act.startsWith('*')) doOne(act);
    }
    for (const { ms, acts } of steps) if (ms === now) acts.forEach(doOne);
    serve();
  }
  return { plan: (shows ? { ...served, ...pages } : pages) as Plan, log };
};

const crawling = (script: string, ifStuck: string, options: Options = {}) => {
  const { later = async (act) => act(), links = {}, doneAgain, calls, ...limits } = options;
  return observe(
    (lab) => {
      const frontier = new Frontier({ ...LIMITS, ...limits });
      const takes = new Map<string, number>();
      const add = (page: string) => {
        const [name = '', ms] = partsOf(page);
        takes.set(name, Number(ms));
        frontier.add(urlOf(name), 0);
      };
      const askFor = async (act: string): Promise<void> => {
        const who = act.slice(1);
        const ask = () => frontier.next();
        const page = await (calls ? lab.call(who, ask) : ask());
        if (!page) return;
        const name = nameOf(page.url);
        if (calls) lab.log(`${who}: ${name}`);
        await lab.job(name, takes.get(name) ?? 1)();
        for (const link of links[name] ?? []) add(link);
        frontier.done(page);
        if (doneAgain) lab.at(doneAgain, () => frontier.done(page));
        if (act.startsWith('*')) await askFor(act);
      };
      const doOne = (act: string): unknown => {
        if (act === '!close') return frontier.close();
        return act.startsWith('+') ? add(act.slice(1)) : askFor(act);
      };
      const doAll = (acts: string[]): Promise<unknown> => {
        const [now = acts, ...then] = acts
          .join(' ')
          .split(' … ')
          .map((part) => part.split(' '));
        return Promise.all([...now.map(doOne), ...then.map((rest) => later(() => doAll(rest)))]);
      };
      return Promise.all(
        stepsOf(script).map(({ ms, acts }) =>
          ms > 0 ? new Promise<void>((go) => lab.at(ms, go)).then(() => doAll(acts)) : doAll(acts),
        ),
      );
    },
    { mayLeave: ['timer', 'work'], ifStuck, plan: planOf(script, options).plan },
  );
};

/** It goes as planned, and each call is served with its page. */
const runs = async (script: string, why: string, options: Options = {}) => {
  const trace = await crawling(script, why, options);
  expect(trace).toRunAsPlanned(why);
  if (options.calls) expect(trace).toLog(...planOf(script, options).log, why);
};

type Added = readonly [url: string, depth: number];

/** What `add` returns for each of them, and what `next` fulfils with, each time after the page before was done. */
const adding = (limits: Partial<Limits>, ...pages: readonly Added[]) =>
  observe(
    async () => {
      const frontier = new Frontier({ ...LIMITS, delay: 0, ...limits });
      const taken = pages.map(([url, depth]) => frontier.add(url, depth));
      const opened: unknown[] = [];
      // Some more than there are: a wrong frontier never comes to an end.
      for (let page = await frontier.next(); page && opened.length < 9; ) {
        opened.push({ url: page.url, depth: page.depth });
        frontier.done(page);
        page = await frontier.next();
      }
      return { taken, opened };
    },
    { mayLeave: ['timer'] },
  );

const A1 = 'http://a.test/1';

test('takes pages of http and https whose depth is at most maxDepth', async () => {
  const trace = await crawling('0 +a/1:10 +a/2:20 +b/1:40 ?w ?x ?y', ONE_OF_A_HOST);
  for (const page of ['a/1', 'a/2', 'b/1']) expect(trace).toStart(page, 1, TAKES);
  const yes = [A1, 'https://a.test/1', 'http://a.test:81/1', 'https://a.test/mailto:x'];
  for (const url of yes)
    expect(await adding({}, [url, 0])).toGive(
      { taken: [true], opened: [{ url, depth: 0 }] },
      TAKES,
    );
  const no = ['mailto:x@a.test', 'mailto:http://a.test/1', 'ftp://a.test/1', 'http2://a.test/1'];
  for (const url of [...no, 'x-http://a.test/1', '/1', 'a.test/1', '//a.test/1', 'http://', ''])
    await eachCase({ [`With the URL '${url}':`]: url }, async (bad) => {
      expect(await adding({}, [bad, 0])).toGive({ taken: [false], opened: [] }, TAKES);
    });
  for (const maxDepth of [0, 1, 3, Infinity])
    await eachCase({ [`With a maxDepth of ${maxDepth}:`]: { maxDepth } }, async (limits) => {
      const depth = Math.min(maxDepth, 1e9);
      const taken = await adding(limits, [A1, depth]);
      expect(taken).toGive({ taken: [true], opened: [{ url: A1, depth }] }, TAKES);
      if (maxDepth === Infinity) return;
      const tooDeep = await adding(limits, [A1, depth + 1]);
      expect(tooDeep).toGive({ taken: [false], opened: [] }, TAKES);
    });
});

test('takes each page once, and keeps its first depth', async () => {
  const expected = { taken: [true, false, false], opened: [{ url: A1, depth: 2 }] };
  for (const same of [A1, `${A1}#top`, `${A1}#`, 'HTTP://A.TEST/1', 'http://a.test:80/0/../1'])
    for (const [first, second] of [[A1, same] as const, [same, A1] as const])
      expect(await adding({}, [first, 2], [second, 1], [first, 3])).toGive(expected, ONCE);
  const apart = await observe(() => {
    const frontier = new Frontier(LIMITS);
    const paths = ['/1', '/', '/1/', '/1?', '/1?x&y', '/1?y&x', '/a', '/A', '/%31', ':81/1'];
    const urls = paths.map((path) => `http://a.test${path}`);
    return { refused: [...urls, 'https://a.test/1'].filter((url) => !frontier.add(url, 1)) };
  });
  expect(apart).toGive(
    { refused: [] },
    `${ONCE} For the URLs that were refused, \`add\` has returned false, and each is of another page.`,
  );
  expect(await adding({}, [A1, 4], [A1, 3], [A1, 1])).toGive(
    { taken: [false, true, false], opened: [{ url: A1, depth: 3 }] },
    'A page that was too deep was not taken. When it is found on a shorter way, it is.',
  );
  await runs('0 +a/1:7 +b/:31 ?w ?x ?y ?z, 3 +a/1:7, 13 +a/1:7', ONCE);
});

test('fulfils with the page that was added first', async () => {
  const pages = [
    { url: 'http://c.test/', depth: 2 },
    { url: 'http://c.test/0', depth: 0 },
    { url: 'http://b.test/', depth: 1 },
    { url: 'http://c.test/1', depth: 1 },
    { url: A1, depth: 3 },
  ];
  const trace = await adding({}, ...pages.map(({ url, depth }): Added => [url, depth]));
  expect(trace).toGive({ taken: pages.map(() => true), opened: pages }, IN_ORDER);
  await runs('0 +c/:3 +a/:7 +b/:5 *x', IN_ORDER);
});

test('opens one page of each host at a time, and lets another host overtake', async () => {
  for (const delay of [0, 20]) {
    const why = delay ? `${ONE_OF_A_HOST} ${PAUSE}` : ONE_OF_A_HOST;
    await runs('0 +a/1:10 +a/2:20 +b/1:40 ?w ?x ?y', why, { delay });
    await runs('0 +a/1:7 +a/2:7 +a/3:7 +b/1:3 +b/2:3 ?v ?w ?x ?y ?z', why, { delay });
    await runs('0 +a/1:31 +a/2:5 +a:81/1:3 +b/:3 ?w ?x ?y ?z', why, { delay });
  }
  const secure = await observe(async () => {
    const frontier = new Frontier(LIMITS);
    for (const url of [A1, 'https://a.test/1', 'http://b.test/']) frontier.add(url, 0);
    return [(await frontier.next())?.url, (await frontier.next())?.url];
  });
  expect(secure).toGive([A1, 'http://b.test/'], ONE_OF_A_HOST);
});

test('leaves a host alone for delay ms after each page', async () => {
  await runs('0 +a/1:7 +a/2:31 +a/3:5 *x', PAUSE);
  await runs('0 +a/1:7 *x, 13 +a/2:5 ?y', PAUSE);
  await runs('0 +a/1:7 +b/1:11 +a/2:5 +b/2:3 ?w ?x ?y ?z', PAUSE);
  await runs('0 +a/1:7 +b/1:5 +a/2:5 +b/2:3 +a/3:1 ?u ?v ?w ?x ?y, 19 +c/:3 ?z', PAUSE);
  await runs('0 +a/1:3 ?x, 11 +a/2:3 ?y, 15 +a/3:3, 97 ?z', PAUSE);
  await runs('0 +a/1:7 +a/2:5 +b/1:3 ?w ?x ?y ?z, 11 +b/2:1', PAUSE);
  for (const delay of [0, 1, 97])
    await eachCase({ [`With a delay of ${delay}:`]: { delay } }, (limits) =>
      runs('0 +a/1:7 +a/2:31 +b/1:3 +b/2:5 +a/3:5 ?v ?w ?x ?y ?z', PAUSE, limits),
    );
});

test('fulfils with undefined when no page is waiting and none is open', async () => {
  const calls = true;
  await runs('0 +a/:53 ?w ?x ?y ?z', OPEN, { calls });
  await runs('0 +a/:53 +b/:3 ?w ?x ?y, 23 ?z', OPEN, { calls });
  await runs('0 ?x, 5 +a/:3 ?y, 13 ?z, 19 +b/:5 ?w ?v', OPEN, { calls });
  expect(await observe(() => new Frontier(LIMITS).next())).toGive(undefined, OPEN);
  const links = { 'a/': ['b/:7', 'a/1:3', 'c/:5'], 'b/': ['d/:31', 'b/1:1'], 'd/': ['e/:3'] };
  for (const workers of ['*w', '*w *x', '*w *x *y *z'])
    await runs(`0 +a/:11 ${workers}`, OPEN, { links });
});

test('serves the calls that wait in their order, before any newcomer', async () => {
  const calls = true;
  await runs('0 +a/1:10 +a/2:20 +b/1:40 ?w ?x ?y ?z, 45 +c/:25, 60 ?v', SERVES, { calls });
  await runs('0 +b/:53 ?v ?w ?x ?y ?z, 11 +c/:3, 17 +d/:3 +e/:3', SERVES, { calls });
  await runs('0 +a/1:7 +a/2:5 +a/3:31 ?w ?x ?y ?z, 11 +b/:13 ?v', SERVES, { calls });
  const crowd = Array.from({ length: 29 }, (_, i) => i);
  const script = `0 +a/:11 ?v ${crowd.map((i) => `?w${i}`).join(' ')}`;
  const links = { 'a/': crowd.map((i) => `h${i}/:${i + 1}`) };
  await runs(script, SERVES, { calls, links });
  for (const meeting of ['?w, 13 +b/:3 … ?y +c/:3', '?w ?x, 13 +b/:3 +c/:3 … ?y +d/:3'])
    await eachMoment("'y' calls `next`", 'a page is added for a call that waits', (later) =>
      runs(`0 +a/:31 ?v ${meeting}`, NEWCOMER, { calls, later }),
    );
});

test('does nothing when done is called again for a page', async () => {
  for (const doneAgain of [1, 5, 25, 47])
    await eachCase({ [`With a second call after ${doneAgain} ms:`]: { doneAgain } }, (options) =>
      runs('0 +a/1:10 +a/2:43 +a/3:5 *x *y', NOT_AGAIN, options),
    );
  await runs('0 +a/:3 +b/:53 ?x ?y ?z', NOT_AGAIN, { doneAgain: 7, calls: true });
});

test('fulfils with undefined after close', async () => {
  const calls = true;
  await runs('0 +a/1:30 +a/2:10 ?x ?y ?z, 7 !close, 11 ?w +b/:5 ?v', CLOSED, { calls });
  await runs('0 +a/1:3 +a/2:3 +b/:7 *x, 5 !close, 13 !close, 17 ?y', CLOSED, { calls });
  await runs('0 +a/1:3 +a/2:3 *x, 11 !close', CLOSED, { calls });
  await runs('0 +a/1:3 !close ?x', CLOSED, { calls });
  const trace = await observe(() => {
    const frontier = new Frontier(LIMITS);
    const before = frontier.add(A1, 0);
    frontier.close();
    const urls = [A1, 'http://b.test/', 'http://b.test/', 'no URL'];
    return [before, ...urls.map((url) => frontier.add(url, 1))];
  });
  const why = 'After `close`, `add` still says whether a page is new.';
  expect(trace).toGive([true, false, true, false, false], why);
});

test('sets a timer only while a call waits for the end of a pause', async () => {
  const none = {
    'While pages are open:': '0 +a/1:43 +b/1:53 ?x ?y ?z',
    'When no call waits in the pause:': '0 +a/1:3 +a/2:3 ?x, 31 ?y',
    'When no page of that host is waiting:': '0 +a/1:3 +b/1:53 ?x ?y ?z',
  };
  await eachCase(none, async (script) =>
    expect(await crawling(script, NO_TIMER)).toSetTimers(0, NO_TIMER),
  );
  expect(await crawling('0 +a/1:3 +a/2:3 ?x ?y', ONE_TIMER)).toSetTimers(1, ONE_TIMER);
  const served = await crawling('0 +a/1:3 +a/2:3 ?x ?y, 11 +b/:31', NO_TIMER);
  expect(served).toFireTimersAtMost(0, NO_TIMER);
  const left = {
    'When the call was served with a page of another host:': '0 +a/1:3 +a/2:3 ?x ?y, 11 +b/:5',
    'When it was closed in the pause:': '0 +a/1:3 +a/2:3 ?x ?y, 11 !close',
    'When all pages are done:': '0 +a/1:3 +a/2:3 +b/:3 *x *y',
  };
  await eachCase(left, async (script) => expect(await crawling(script, NO_TIMER)).toLeaveNothing());
});

test('throws a RangeError in the constructor for limits that make no sense', async () => {
  const wrong = { maxDepth: [], delay: [Infinity] };
  for (const [name, others] of Object.entries(wrong))
    for (const value of [-1, 1.5, 0.5, Number.NaN, -Infinity, ...others])
      await eachCase({ [`With ${name} ${value}:`]: { [name]: value } }, async (limits) => {
        const trace = await observe(async () => typeof new Frontier({ ...LIMITS, ...limits }));
        expect(trace).toFailWith({ name: 'RangeError' }, 0, NO_SENSE);
      });
});

test('has pages and hosts of its own', async () => {
  const script = '0 +a/1:7 +a/2:5 +b/:3 +c/:11 *x *y, 97 +a/1:7 +a/3:5 +a/4:7 *z *w';
  for (const repeat of [again, together])
    await repeat(
      () => crawling(script, APART),
      (trace) => expect(trace).toRunAsPlanned(APART),
    );
  const both = await observe(async () => {
    const two = [new Frontier(LIMITS), new Frontier({ ...LIMITS, maxDepth: 0 })];
    const taken = two.map((one) => [one.add(A1, 0), one.add('http://a.test/2', 1)]);
    const pages = await Promise.all(two.map((one) => one.next()));
    return [...taken, ...pages.map((page) => page?.url)];
  });
  expect(both).toGive([[true, true], [true, false], A1, A1], APART);
});
