/** What to measure with. Times are in ms. */
interface Probe {
  /** Returns the time. */
  now(): number;
  /**
   * Starts a heartbeat: calls `beat` every `ms` ms, as `setInterval` does, and so calls it late while
   * the thread is blocked. Returns a function that stops it.
   */
  every(ms: number, beat: () => void): () => void;
}

/**
 * Calls `f`, and measures what it does with its time, from the call until its result has settled: it
 * computes (blocks the thread), or it waits.
 *
 * - Fulfils with `'cpu'` when `f` mostly computes, and with `'io'` when it mostly waits.
 * - The answer does not depend on whether `f` is async or returns a promise.
 * - It does not depend on what `f` returns, or fulfils with. A thenable is awaited, whether or not it is a
 *   `Promise`. An Error as a value is no rejection.
 * - It does not depend on how long `f` takes.
 * - It does not depend on what the program has done before the call, nor on earlier calls of `kindOf`.
 * - It does not depend on what `f` does first or last.
 * - When `f` computes and waits alternately, the larger share decides, not the longest piece.
 * - Time in which `f` computes does not count as waiting, even if something that it has
 *   started is waiting meanwhile.
 * - Calls `f` once, and immediately. Stops its heartbeat, if it has started one.
 * - When `f` rejects or throws, rejects with the same error, also `undefined`, and stops the heartbeat in
 *   that case too.
 *
 * Each computation of `f` takes at least 40 ms, so a heartbeat of a few ms notices it.
 */
export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  // TODO: call f, and measure meanwhile how late a heartbeat comes.
  throw new Error('TODO: write kindOf() in katas/05-kitchen/3-diagnose.ts');
}
