/** The ways in which a page may write a link. */
import type { SitePage } from './site.ts';

/** @param choice from 0 up to 1 */
export function hrefTo(from: SitePage, to: SitePage, choice: number): string {
  const path = new URL(to.url).pathname;
  const whole = [to.url, `//${to.host}${path}`, to.url.replace('http://', 'HTTP://')];
  const own = [path, `.${path}`, `/old/..${path}`, `${path}#part`];
  const ways = from.host === to.host ? own : whole;
  return ways[Math.floor(choice * ways.length)] as string;
}

/**
 * What leads nowhere new: a page that is known by then, this page itself, and what is no page at all.
 *
 * @param known the start, or a page that it links to: they are known before any other is loaded
 */
export function oddLinks(page: SitePage, known: SitePage): string[] {
  return [known.url, `${page.url}#top`, '#', 'mailto:cook@alpha.test', 'http://:80'];
}
