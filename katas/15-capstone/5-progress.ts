/** What came of a page: a status from the server, or an error instead of one. */
export type Result = { url: string; depth: number } & ({ status: number } | { error: string });

/** How many results have a `status`, and how many have an `error`. */
export interface Counts {
  done: number;
  failed: number;
}

/**
 * Passes the results on, and draws how many there were, not too often.
 *
 * - Yields each result of `results` as it is, at the moment when it comes, and asks for the next one only when it is
 *   asked itself.
 * - Counts each result before it yields it, and draws the first one at once: `draw(counts)`.
 * - Draws again when `every` ms have passed since the last draw, if there were results in that time: with the latest
 *   counts, once.
 * - After a longer pause, it draws the next result at once.
 * - When `results` ends, draws once more if there is something new, and never after that.
 * - It does the same when the loop over it is left. Then it also closes `results`, and waits for that.
 * - If `results` rejects, it does the same, and rejects with the same reason.
 * - Each draw gets an object of its own, and each call has its own counts and its own time.
 */
export async function* progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncGenerator<Result, void> {
  // TODO: pass on each result of `results`, and draw.
  throw new Error('TODO: write progress() in katas/15-capstone/5-progress.ts');
}
