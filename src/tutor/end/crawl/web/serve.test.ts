import { expect, onTestFinished, test } from 'vitest';
import { Crawl } from '../../../../testing/crawlers/polite.ts';
import { type FetchPage, fetchPageAt } from '../run/fetch-page.ts';
import { verdict } from '../verdict.ts';
import { Judge } from './judge.ts';
import { reachOf } from './reach.ts';
import { serve } from './serve.ts';
import { createSite, type SitePage } from './site.ts';

const LIMITS = { n: 1, delay: 2, timeout: 2000, pause: 5, maxDepth: 4, grace: 0 };

/** What the servers say of a polite crawler whose fetch is made into another one. */
async function judged(fetchOf: (fetch: FetchPage) => FetchPage) {
  const site = createSite(7, 12);
  const reach = reachOf(site);
  const judge = new Judge(site, reach, LIMITS);
  const web = await serve(site, judge);
  onTestFinished(web.close);
  const signal = new AbortController().signal;
  const fetch = fetchOf(fetchPageAt(web.addresses));
  const loaded: { url: string; outcome: string }[] = [];
  for await (const { url } of new Crawl([site.start], { ...LIMITS, fetch, signal }))
    loaded.push({ url, outcome: '' });
  const points = verdict(reach, loaded, judge.judged(), true);
  return { site, loaded, requests: judge.requests, wrong: points.filter(({ wrong }) => wrong) };
}

test('of a polite crawler nothing is said', async () => {
  const { requests, wrong } = await judged((fetch) => fetch);
  expect(wrong).toEqual([]);
  // One of the pages fails the first time.
  expect(requests).toBe(13);
});

test('one that forgets redirects has not found every page', async () => {
  const { site, wrong } = await judged((fetch) => async (url, options) => {
    const { status, links } = await fetch(url, options);
    return { status, links };
  });
  const { location } = [...site.pages.values()].find((page) => page.location) as SitePage;
  // Its target, and what only that links to.
  expect(wrong).toEqual([{ of: 'found', wrong: [3, location] }]);
});

test('one that loads every page twice is told so', async () => {
  const { wrong } = await judged((fetch) => async (url, options) => {
    await fetch(url, options).catch(() => {});
    return fetch(url, options);
  });
  expect(wrong).toContainEqual({ of: 'again', wrong: [11, 'http://alpha.test/'] });
});

test('each page behaves as it is called', async () => {
  const site = createSite(7, 48);
  const judge = new Judge(site, reachOf(site), LIMITS);
  const web = await serve(site, judge);
  onTestFinished(web.close);
  const fetch = fetchPageAt(web.addresses);
  const ask = (behaviour: string, ms = 5000) => {
    const page = [...site.pages.values()].find((it) => it.behaviour === behaviour) as SitePage;
    return fetch(page.url, { signal: AbortSignal.timeout(ms) }).then(
      ({ status, location, links }) => [status, location ?? links.length > 4] as const,
      (error: Error) => error.name,
    );
  };
  const twice = async (behaviour: string) => [await ask(behaviour), await ask(behaviour)];
  const all = [
    twice('plain'),
    twice('flaky'),
    twice('snappish'),
    twice('broken'),
    twice('cut'),
    ask('missing'),
    ask('circle'),
    ask('moved').then(([status]) => status),
    ask('slow', 300),
    ask('endless', 300),
  ];
  expect(await Promise.all(all)).toEqual([
    [
      [200, true],
      [200, true],
    ],
    [
      [503, false],
      [200, true],
    ],
    ['TypeError', [200, true]],
    [
      [503, false],
      [503, false],
    ],
    ['TypeError', 'TypeError'],
    [404, false],
    [301, '#again'],
    302,
    'TimeoutError',
    'TimeoutError',
  ]);
});
