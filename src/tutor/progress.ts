import { katasHere } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { withQuietStdout } from '../command/quiet.ts';
import { UsageError } from '../command/usage-error.ts';
import type { KataStanding } from '../judging/standing.ts';
import { statusesOf } from '../judging/statuses.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
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

const usage = {
  does: 'Shows how far you are in the whole course.',
  ways: [
    ['npm run progress', 'for people'],
    ['npm run progress -- --json', 'for programs: one object, and nothing else'],
  ],
  flags: { json: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { json }) => {
  if (names.length > 0)
    throw new UsageError(
      `npm run progress is about the whole course. For one kata:\n\n  npm test ${names[0]}`,
    );
  const root = process.cwd();
  katasHere(root);
  const standings = await withQuietStdout(() => statusesOf(root));
  if (json) console.log(JSON.stringify(progressOf(standings)));
  else show(`\n${renderProgress(standings, terminalStyle())}\n`);
});
