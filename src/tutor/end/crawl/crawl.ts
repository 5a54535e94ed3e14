/** One crawl: servers, the thread of the crawler, and what is said and kept of it at its end. */
import { show } from '../../../text/print.ts';
import { terminalStyle } from '../../../text/style.ts';
import { hasKept, type Kept, removeKept, writeKept } from './kept.ts';
import { renderBegin, renderCounts, renderEnd, renderKept, renderVerdict } from './page.ts';
import { ProgressLine } from './progress-line.ts';
import { buildThread } from './run/build.ts';
import { drive } from './run/drive.ts';
import type { Limits } from './run/thread.ts';
import { verdict } from './verdict.ts';
import { addUp, Judge } from './web/judge.ts';
import { reachOf } from './web/reach.ts';
import { serve } from './web/serve.ts';
import { createSite } from './web/site.ts';

export interface Wanted {
  /** Of the course. */
  readonly root: string;
  /** Of the crawler's files. */
  readonly folder: string;
  readonly isReference: boolean;
  readonly hasProgress: boolean;
  readonly seed: number;
  readonly pages: number;
  readonly n: number;
  readonly delay: number;
  /** So many results of this run; undefined for all of them. */
  readonly stopAfter: number | undefined;
}

/** What is one try and one stop, in ms. */
const TIMES = { timeout: 1000, pause: 60, grace: 300 } as const;

/** How often progress is drawn at the most, in ms. */
const EVERY = 100;

/** @param kept of the part before, if this one goes on */
export async function crawlOnce(wanted: Wanted, kept: Kept | undefined): Promise<void> {
  const { root, seed, pages, n, delay, hasProgress, isReference } = wanted;
  const site = createSite(seed, pages);
  const limits: Limits = {
    ...TIMES,
    n,
    delay,
    maxDepth: site.maxDepth,
    // Between two tries, too, a host is left alone.
    pause: Math.max(TIMES.pause, delay),
  };
  const reach = reachOf(site);
  const before = kept?.loaded ?? [];
  const judge = new Judge(site, reach, limits, new Set(before.map(({ url }) => url)));
  const { module, remove } = await buildThread(root, wanted.folder, hasProgress);
  const web = await serve(site, judge);
  show(`\n${renderBegin(site, reach.size, before.length, terminalStyle())}\n`);
  const line = new ProgressLine(hasProgress);
  let isStopped = false;
  const running = drive({
    module,
    order: {
      addresses: web.addresses,
      start: kept?.state ?? [site.start],
      limits,
      every: hasProgress ? EVERY : undefined,
    },
    judge,
    size: reach.size,
    onLoaded: ({ length }) => {
      if (length === wanted.stopAfter) stop();
    },
    onDraw: (counts) => line.draw(`  ${renderCounts(counts)}`),
    onPrint: (text) => line.print(text),
  });
  function stop(): void {
    if (!isStopped) line.print(`  Stopping. What is open may end, for ${TIMES.grace} ms.\n`);
    isStopped = true;
    running.stop();
  }
  process.on('SIGINT', stop);
  const { end, loaded, state, ms } = await running.driven;
  process.off('SIGINT', stop);
  line.end();
  await web.close();
  remove();

  const all = [...before, ...loaded];
  const judged = addUp(kept?.judged ?? { requests: 0, complaints: {} }, judge.judged());
  const soFar = { loaded: all, judged, ms: (kept?.ms ?? 0) + ms };
  const isWhole = end === 'over' && !isStopped;
  const points = verdict(reach, all, judged, isWhole);
  const style = terminalStyle();
  const why = renderEnd(end, style);
  if (why) show(`${why}\n`);
  // Of no request, nothing is to be said.
  if (!why || judged.requests > 0) show(`${renderVerdict({ ...soFar, points, limits }, style)}\n`);
  if (why || points.some(({ wrong }) => wrong)) process.exitCode = 1;
  if (isWhole) removeKept(root);
  else if (isStopped && state !== undefined)
    writeKept(root, { seed, pages, n, delay, isReference, ...soFar, state: JSON.parse(state) });
  // What was kept before stays, if this part has come to nothing.
  if (hasKept(root)) show(`${renderKept(isReference, style)}\n`);
}
