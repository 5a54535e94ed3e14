import { UsageError } from './choose.ts';
import { command } from './command.ts';
import { renderProgress } from './page.ts';
import type { KataStanding } from './standing.ts';
import { statusesOf } from './statuses.ts';
import { terminalStyle } from './style.ts';

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

/** Lets what a learner's code prints go to stderr: stdout is for whoever reads the answer. */
async function withQuietStdout<T>(run: () => Promise<T>): Promise<T> {
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof write;
  try {
    return await run();
  } finally {
    process.stdout.write = write;
  }
}

await command(
  import.meta.filename,
  { json: { type: 'boolean', default: false } },
  async (names, { json }) => {
    if (names.length > 0)
      throw new UsageError(
        `npm run progress is about the whole course; for one kata: npm test -- ${names[0]}`,
      );
    const standings = await withQuietStdout(() => statusesOf(process.cwd()));
    if (standings.length === 0)
      throw new UsageError('There is no kata here: run the command in the folder of the course.');
    console.log(
      json
        ? JSON.stringify(progressOf(standings))
        : `\n${renderProgress(standings, terminalStyle())}\n`,
    );
  },
);
