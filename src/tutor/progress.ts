import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { katasHere } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { withQuietStdout } from '../command/quiet.ts';
import { UsageError } from '../command/usage-error.ts';
import { KEPT } from '../course/keep.ts';
import type { KataStanding } from '../judging/standing.ts';
import { statusesNow } from '../judging/statuses.ts';
import { breakLine } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { makeKeepsake } from './end/keepsake.ts';
import { renderProgress } from './page/course.ts';

/** What `--json` prints. `next` is a kata's id; null when all is done. */
interface Progress {
  readonly done: number;
  readonly total: number;
  readonly next: string | null;
  readonly katas: readonly {
    readonly kata: string;
    readonly status: 'untouched' | 'failing' | 'done';
  }[];
}

function progressOf(standings: readonly KataStanding[]): Progress {
  return {
    done: standings.filter(({ status }) => status === 'done').length,
    total: standings.length,
    next: standings.find(({ status }) => status !== 'done')?.kata.id ?? null,
    katas: standings.map(({ kata, status }) => ({
      kata: kata.id,
      // A spec of which no test was run has shown nothing, so nothing is done.
      status: status === 'unknown' ? 'failing' : status,
    })),
  };
}

const KEEPSAKE = `${KEPT}/keepsake.html`;

/** @throws {UsageError} where no kata is done */
async function keep(root: string): Promise<void> {
  const { html, done, total } = await withQuietStdout(() => makeKeepsake(root));
  if (done === 0)
    throw new UsageError(
      'No kata is done yet, so there is nothing to keep. The next one to do:\n\n  npm test',
    );
  mkdirSync(join(root, KEPT), { recursive: true });
  writeFileSync(join(root, KEEPSAKE), html);
  const style = terminalStyle();
  const words = `  The timelines of your answers to ${done} of ${total} katas are on a page for any browser, in one file:`;
  show(`\n${breakLine(words, style.width, '  ')}\n\n  ${style.accent(KEEPSAKE)}\n`);
}

const usage = {
  does: 'Shows how far you are in the whole course.',
  ways: [
    ['npm run progress', 'for people'],
    ['npm run progress -- --json', 'for programs: one object, and nothing else'],
    ['npm run progress -- --keepsake', 'writes a page with a timeline of each kata that is done'],
  ],
  flags: { json: 'boolean', keepsake: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { json, keepsake }) => {
  if (names.length > 0)
    throw new UsageError(
      `npm run progress is about the whole course. For one kata:\n\n  npm test ${names[0]}`,
    );
  const root = process.cwd();
  if (json && keepsake) throw new UsageError('--json and --keepsake do not go together.');
  katasHere(root);
  if (keepsake) return keep(root);
  const standings = await withQuietStdout(() => statusesNow(root));
  if (json) console.log(JSON.stringify(progressOf(standings)));
  else show(`\n${renderProgress(standings, terminalStyle())}\n`);
});
