/** The crawler of chapter 15 on real servers, which judge it. */
import { join } from 'node:path';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { list } from '../text/english.ts';
import { breakLine } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { crawlOnce } from './end/crawl/crawl.ts';
import { type Kept, putAside, readKept } from './end/crawl/kept.ts';
import { renderOpen } from './end/crawl/page.ts';
import { CHAPTER, firstOpen } from './end/crawl/ready.ts';

const DEFAULTS = { seed: 7, pages: 48, n: 3, delay: 50 } as const;

const usage = {
  does: 'Lets your crawler of chapter 15 loose on four servers of this machine. They count what it asks for, and say whether it was polite.',
  ways: [
    ['npm run crawl', 'goes on if it was stopped; Ctrl-C stops'],
    ['npm run crawl -- --new', 'begins again from the start'],
    ['npm run crawl -- --seed 8', 'another web'],
    ['npm run crawl -- --pages 200', 'a web of that size'],
    ['npm run crawl -- --n 10', 'so many requests at a time'],
    ['npm run crawl -- --delay 20', 'ms between two requests to a host'],
    ['npm run crawl -- --stop 14', 'stops after 14 pages, as Ctrl-C does'],
    ['npm run crawl -- --fast', 'shows no progress'],
    ['npm run crawl -- --solutions', 'runs the references'],
  ],
  flags: {
    new: 'boolean',
    seed: 'string',
    pages: 'string',
    n: 'string',
    delay: 'string',
    stop: 'string',
    fast: 'boolean',
    solutions: 'boolean',
  },
} as const;

type Typed = { readonly [Flag in keyof typeof usage.flags]?: string | boolean | undefined };

/** A whole number; undefined where none was typed. */
function wholeOf(typed: Typed, flag: keyof Typed, least: number): number | undefined {
  const text = typed[flag];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(String(text)) && number >= least && Number.isSafeInteger(number)) return number;
  throw new UsageError(`--${flag} takes a whole number from ${least} on; got ${text}.`);
}

/** @throws {UsageError} when the crawl that was stopped was another one */
function expectSame(kept: Kept, wanted: Partial<Kept>): void {
  const remedy = 'Go on without that flag, or start again with --new.';
  for (const flag of ['seed', 'pages'] as const)
    if (wanted[flag] !== undefined && wanted[flag] !== kept[flag])
      throw new UsageError(
        `The crawl that was stopped has --${flag} ${kept[flag]}; got ${wanted[flag]}. ${remedy}`,
      );
  if (wanted.isReference !== kept.isReference)
    throw new UsageError(
      `The crawl that was stopped is ${kept.isReference ? 'that of the references' : 'yours'}. Go on ${kept.isReference ? 'with --solutions' : 'without --solutions'}, or start again with --new.`,
    );
}

await command(import.meta.filename, usage, async (names, typed) => {
  if (names.length > 0) throw new UsageError(`npm run crawl takes no name; got ${list(names)}.`);
  const [seed, pages] = [wholeOf(typed, 'seed', 0), wholeOf(typed, 'pages', 12)];
  const [n, delay] = [wholeOf(typed, 'n', 1), wholeOf(typed, 'delay', 0)];
  const stop = wholeOf(typed, 'stop', 1);
  const root = process.cwd();
  const { fast, solutions: isReference } = typed;
  const folder = join(root, isReference ? 'solutions' : 'katas', CHAPTER);
  const open = firstOpen(folder, !fast);
  if (open) {
    show(`\n${renderOpen(open, isReference, terminalStyle())}\n`);
    process.exitCode = 1;
    return;
  }
  const aside = typed.new ? putAside(root) : undefined;
  if (aside)
    show(
      breakLine(`\n  The crawl that was stopped is kept in ${aside}`, terminalStyle().width, '  '),
    );
  const kept = readKept(root);
  if (kept) expectSame(kept, { seed, pages, isReference } as Partial<Kept>);
  await crawlOnce(
    {
      root,
      folder,
      isReference,
      hasProgress: !fast,
      seed: kept?.seed ?? seed ?? DEFAULTS.seed,
      pages: kept?.pages ?? pages ?? DEFAULTS.pages,
      n: n ?? kept?.n ?? DEFAULTS.n,
      delay: delay ?? kept?.delay ?? DEFAULTS.delay,
      stopAfter: stop,
    },
    kept,
  );
});
