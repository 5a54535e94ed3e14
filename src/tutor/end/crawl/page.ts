/** What `npm run crawl` shows. */
import { count } from '../../../text/english.ts';
import { breakLine } from '../../../text/layout.ts';
import type { Style } from '../../../text/style.ts';
import { FILE } from './kept.ts';
import { CHAPTER, type Open } from './ready.ts';
import type { End } from './run/drive.ts';
import type { Loaded } from './run/thread.ts';
import type { Point } from './verdict.ts';
import type { Judged } from './web/judge.ts';
import type { Site } from './web/site.ts';

export interface Told {
  readonly loaded: readonly Loaded[];
  readonly judged: Judged;
  readonly ms: number;
  readonly points: readonly Point[];
  readonly limits: { readonly n: number; readonly delay: number; readonly maxDepth: number };
}

type Limits = Told['limits'];

const [NUMBER = ''] = CHAPTER.split('-');

/** Of each point: what is right, and what was wrong so many times. */
const POINTS: Readonly<
  Record<Point['of'], readonly [right: (limits: Limits) => string, wrong: (n: number) => string]>
> = {
  busy: [
    () => 'One request at a time for each host.',
    (n) => `${count(n, 'request')} came while the host was busy with another one`,
  ],
  hasty: [
    ({ delay }) => `A pause of ${delay} ms between two requests to a host.`,
    (n) => `${count(n, 'pause')} between two requests to a host: too short`,
  ],
  crowd: [
    ({ n }) => `At most ${count(n, 'request')} at a time.`,
    (n) => `${count(n, 'request')} came while as many as allowed were open`,
  ],
  again: [
    () => 'No page was loaded twice; a page that failed was tried twice.',
    (n) => `${count(n, 'request')} for a page that was loaded, or had failed twice`,
  ],
  strange: [
    () => 'No request for a page without a link to it.',
    (n) => `${count(n, 'request')} for a page to which no link leads`,
  ],
  deep: [
    ({ maxDepth }) => `No request for a page deeper than ${maxDepth}.`,
    (n) => `${count(n, 'request')} for a page that is too deep`,
  ],
  once: [
    () => 'One result for each page.',
    (n) => `${count(n, 'result')} too many: of a page that had one, or of no page`,
  ],
  found: [() => 'Every page was found.', (n) => `${count(n, 'page')} got no result`],
};

export function renderVerdict({ loaded, judged, ms, points, limits }: Told, style: Style): string {
  const lines = points.map(({ of, wrong }) => {
    const [right, tell] = POINTS[of];
    const words = wrong ? `${tell(wrong[0])}, first ${wrong[1]}` : right(limits);
    const sign = wrong ? style.bad(style.failed) : style.good(style.done);
    return breakLine(`  ${sign} ${words}`, style.width - 2, '    ');
  });
  const seconds = (ms / 1000).toFixed(1);
  return [
    `  ${style.bold(count(loaded.length, 'page'))} in ${seconds} s. ${tally(loaded)}`.trimEnd(),
    `  The servers counted ${count(judged.requests, 'request')}:`,
    lines.join('\n'),
    ...(points.some(({ wrong }) => wrong)
      ? [`  ${style.dim('the specs know more')} ${style.accent(`npm test ${NUMBER}`)}`]
      : []),
  ].join('\n\n');
}

/** `200: 31, 302: 3, timeout: 2.` */
function tally(loaded: readonly Loaded[]): string {
  const times = new Map<string, number>();
  for (const { outcome } of loaded) times.set(outcome, (times.get(outcome) ?? 0) + 1);
  const words = [...times].sort(([a], [b]) => (a < b ? -1 : 1)).map((pair) => pair.join(': '));
  return words.length === 0 ? '' : `${words.join(', ')}.`;
}

/** Why a crawl has no end of its own; undefined where it has one. */
export function renderEnd(end: End, style: Style): string | undefined {
  if (typeof end === 'string') return undefined;
  const words = 'given' in end ? `Your crawl was given up. ${end.given}` : told(end.failed);
  return breakLine(`  ${style.bad(style.failed)} ${words}`, style.width - 2, '    ');
}

function told({ name, message, stack = '' }: Error): string {
  const place = /(?:katas|solutions)[\\/][\w-]+[\\/][\w-]+\.ts:\d+/.exec(stack)?.[0];
  const where = place ? ` Thrown at ${place.replaceAll('\\', '/')}` : '';
  return `The crawl has failed with ${name}: ${message}.${where}`.replace(/([.!?])\./, '$1');
}

/** @param before how many pages were loaded before the crawl was stopped */
export function renderBegin(site: Site, size: number, before: number, style: Style): string {
  const [what, crawler] = [`${size} pages (seed ${site.seed})`, 'The crawler'];
  const words =
    before === 0
      ? `Four servers on this machine have ${what}. Some of them are slow, broken or moved. ${crawler} begins at ${site.start}`
      : `${crawler} goes on where it was stopped: it has loaded ${before} of ${what}.`;
  return breakLine(`  ${words}`, style.width - 2, '  ');
}

/** What kata 5 counts, whatever it is: `done 14, failed 2`. */
export function renderCounts(counts: unknown): string {
  if (typeof counts !== 'object' || counts === null) return String(counts);
  return Object.entries(counts)
    .map((pair) => pair.join(' '))
    .join(', ');
}

export function renderKept(isReference: boolean, style: Style): string {
  const more = isReference ? ' --solutions' : '';
  return [
    `  ${FILE} has the crawl up to where it was stopped.`,
    `  ${style.dim('to go on')} ${style.accent(`npm run crawl${more && ` --${more}`}`)}`,
    `  ${style.dim('again   ')} ${style.accent(`npm run crawl -- --new${more}`)}`,
  ].join('\n');
}

/** A kata that the crawl needs, and that is not written. */
export function renderOpen({ name, isMissing }: Open, isReference: boolean, style: Style): string {
  const kata = `${NUMBER}/${name.split('-')[0]}`;
  const file = `${isReference ? 'solutions' : 'katas'}/${CHAPTER}/${name}.ts`;
  if (isReference) return `  ${style.bad(style.failed)} ${file} is missing.`;
  const [what, typed] = isMissing
    ? ['is missing. This brings the stub back:', `npm run reset ${kata}`]
    : ['is still to do. This is its spec:', `npm test ${kata}`];
  const words = `  The crawler is what you write in chapter ${NUMBER}, and ${file} ${what}`;
  return `${breakLine(words, style.width - 2, '  ')}\n\n    ${style.accent(typed)}`;
}
