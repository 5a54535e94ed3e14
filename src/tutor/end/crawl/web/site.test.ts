import { expect, test } from 'vitest';
import { reachOf } from './reach.ts';
import { createSite, HOSTS, isReadable, MAX_DEPTH, type Site } from './site.ts';

const SEEDS = Array.from({ length: 25 }, (_, seed) => seed);

test.each([12, 16, 48, 200])('a web of %i pages has so many to find, of every seed', (size) => {
  for (const seed of SEEDS) expect(reachOf(createSite(seed, size)).size, `seed ${seed}`).toBe(size);
});

test('a seed is one web, and another seed another one', () => {
  expect(createSite(3, 48)).toEqual(createSite(3, 48));
  expect(createSite(3, 48)).not.toEqual(createSite(4, 48));
});

test('the web of 48 pages has every trap, and every host has a part of it', () => {
  for (const seed of SEEDS) {
    const pages = [...createSite(seed, 48).pages.values()];
    expect(new Set(pages.map(({ behaviour }) => behaviour)).size, `seed ${seed}`).toBe(10);
    expect(new Set(pages.map(({ host }) => host))).toEqual(new Set(HOSTS));
    expect(Math.max(...pages.map(({ level }) => level))).toBe(MAX_DEPTH + 1);
    const links = pages.flatMap((page) => page.links);
    for (const trap of [/^mailto:/, /#/, /\/\.\.\//, /^\/\//, /^HTTP:/, /^http:\/\/:80$/])
      expect(links.some((link) => trap.test(link))).toBe(true);
  }
});

/** What a crawler finds that takes the pages in any order: the first depth of a page is the one that counts. */
function crawlInOrder(site: Site, choose: (length: number) => number): Map<string, number> {
  const depths = new Map([[site.start, 0]]);
  const waiting = [site.start];
  const add = (link: string, base: string, depth: number) => {
    if (!URL.canParse(link, base) || depth > site.maxDepth) return;
    const url = new URL(link, base);
    url.hash = '';
    if (depths.has(url.href) || url.protocol !== 'http:') return;
    depths.set(url.href, depth);
    waiting.push(url.href);
  };
  while (waiting.length > 0) {
    const [url] = waiting.splice(choose(waiting.length), 1) as [string];
    const page = site.pages.get(url);
    const depth = depths.get(url) as number;
    if (page?.location) add(page.location, url, depth);
    if (page && isReadable(page)) for (const link of page.links) add(link, url, depth + 1);
  }
  return depths;
}

test('in whatever order pages are loaded, the same ones are found, each at its depth', () => {
  for (const seed of SEEDS) {
    const site = createSite(seed, 48);
    const levels = new Map(
      [...reachOf(site)].map((url) => [url, site.pages.get(url)?.level as number]),
    );
    const orders = [
      () => 0,
      (n: number) => n - 1,
      (n: number) => n >> 1,
      (n: number) => (n % 3) % n,
    ];
    for (const order of orders)
      expect(new Map([...crawlInOrder(site, order)].sort()), `seed ${seed}`).toEqual(
        new Map([...levels].sort()),
      );
  }
});
