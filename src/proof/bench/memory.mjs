// Loaded into every process of a run: notes how much memory it has, a line each time: ms since 1970, KiB.
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** Real ms from one note to the next. */
const EVERY = 200;

// Later on the lab puts its own in front of it.
const { now } = Date;

const folder = process.env.LEARN_ASYNC_BENCH_MEMORY;
if (folder && isMainThread) {
  const file = join(folder, String(process.pid));
  const note = () => {
    // A process may outlive the run that it belonged to.
    if (existsSync(folder))
      appendFileSync(file, `${now()} ${Math.round(process.memoryUsage.rss() / 1024)}\n`);
  };
  // Vitest kills its workers: they have no exit on which to note it.
  setInterval(note, EVERY).unref();
  process.once('exit', note);
}
