import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addUp, Judge } from './judge.ts';
import { reachOf } from './reach.ts';
import { createSite } from './site.ts';

const RULES = { n: 2, delay: 50, timeout: 1000 };
const site = createSite(7, 48);
const reach = reachOf(site);

let now = 0;
let judge: Judge;
beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  judge = new Judge(site, reach, RULES);
});
afterEach(() => vi.restoreAllMocks());

/** Pages of a host that are to be found. */
const of = (name: string) => [...reach].filter((url) => url.includes(`//${name}.`)) as [string];
const [a1, a2, a3, b1, c1] = [...of('alpha').slice(0, 3), ...of('beta'), ...of('gamma')].filter(
  (_, i, all) => i < 4 || all[i] === of('gamma')[0],
) as [string, string, string, string, string];

/** A request that comes now. */
const ask = (url: string) => judge.begin(url, new URL(url).host);
/** One that comes now and is answered so many ms later. */
function get(url: string, ms: number, isAnswered = true): void {
  const visit = ask(url);
  now += ms;
  judge.end(visit, isAnswered);
}
const complaints = () => judge.judged().complaints;

test('one after another, with the pause between, is polite', () => {
  get(a1, 30);
  now += 50;
  get(a2, 30);
  expect(judge.judged()).toEqual({ requests: 2, complaints: {} });
});

test('a host is busy from the request to the end of the answer, and others are not', () => {
  const first = ask(a1);
  now += 30;
  const other = ask(b1);
  expect(complaints()).toEqual({});
  judge.end(other, true);
  ask(a2);
  expect(complaints()).toEqual({ busy: [1, a2] });
  judge.end(first, true);
});

test('a pause is counted from the end of an answer, and real timers may be a bit early', () => {
  get(a1, 30);
  now += 46;
  get(a2, 30);
  expect(complaints()).toEqual({});
  now += 44;
  get(a3, 30);
  expect(complaints()).toEqual({ hasty: [1, a3] });
});

test('more than n requests at a time are a crowd', () => {
  ask(a1);
  ask(b1);
  expect(complaints()).toEqual({});
  ask(c1);
  expect(complaints()).toEqual({ crowd: [1, c1] });
});

test('a page is asked for once, and once more only if it has failed', () => {
  const again = () => {
    now += 50;
    return complaints().again;
  };
  get(a1, 30, false);
  expect(again()).toBe(undefined);
  get(a1, 30, false);
  expect(again()).toBe(undefined);
  get(a1, 30);
  expect(again()).toEqual([1, a1]);
  get(a2, 30);
  get(a2, 30);
  expect(again()).toEqual([2, a1]);
});

test('a page that an earlier part has loaded is not asked for again', () => {
  judge = new Judge(site, reach, RULES, new Set([a1]));
  get(a1, 30);
  expect(complaints()).toEqual({ again: [1, a1] });
});

test('pages without a link and pages that are too deep are told apart', () => {
  const deep = [...site.pages.values()].find(({ level }) => level > site.maxDepth)?.url as string;
  get(deep, 30);
  now += 50;
  get('http://alpha.test/secret', 0);
  expect(complaints()).toMatchObject({ strange: [1, 'http://alpha.test/secret'], deep: [1, deep] });
});

test.each([
  ['soon', 100, {}],
  ['never', 5000, { busy: [1, a2] }],
])('a crawler may give up on a page, if it closes the connection: %s', (_, later, said) => {
  const slow = ask(a1);
  now += 1010;
  ask(a2);
  now += later;
  judge.end(slow, false);
  expect(complaints()).toEqual(said);
});

test('two parts are added up', () => {
  expect(
    addUp(
      { requests: 3, complaints: { busy: [2, a1], deep: [1, b1] } },
      { requests: 4, complaints: { busy: [1, a2], again: [5, c1] } },
    ),
  ).toEqual({ requests: 7, complaints: { busy: [3, a1], again: [5, c1], deep: [1, b1] } });
});
