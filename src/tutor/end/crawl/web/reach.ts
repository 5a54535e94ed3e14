import { isReadable, type Site } from './site.ts';

/** The URLs of all pages that a whole crawl comes to. It is read off the site, and not off any crawl. */
export function reachOf({ pages, start, maxDepth }: Site): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const page = pages.get(url);
    if (!page || page.level > maxDepth || reached.has(url)) continue;
    reached.add(url);
    if (page.location) waiting.push(page.location);
    if (isReadable(page)) waiting.push(...page.links.flatMap((link) => resolved(link, url)));
  }
  return reached;
}

function resolved(link: string, base: string): string[] {
  if (!URL.canParse(link, base)) return [];
  const url = new URL(link, base);
  url.hash = '';
  return [url.href];
}
