// Loaded into every process of a run: notes how many bytes of memory it has, a line each time.
import { appendFileSync, existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Real ms from one note to the next. */
const EVERY = 200;

const notes = process.env.LEARN_ASYNC_BENCH_MEMORY;
if (notes && isMainThread) {
  const note = () => {
    // A process may outlive the run that it belonged to.
    if (existsSync(notes)) appendFileSync(notes, `${process.pid} ${process.memoryUsage.rss()}\n`);
  };
  // Vitest kills its workers: they have no exit on which to note it.
  setInterval(note, EVERY).unref();
  process.once('exit', note);
}
