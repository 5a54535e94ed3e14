/** What to measure with. Times are in ms. */
interface Probe {
  /** What the clock says. */
  now(): number;
  /**
   * A heartbeat: calls `beat` every so many ms, as `setInterval` does, and so later than that when the
   * thread is busy. Gives the function that stops it.
   */
  every(ms: number, beat: () => void): () => void;
}

/**
 * Call `f`, and find out what its time goes into, from the call until what it gives has settled.
 *
 * - Gives `'cpu'` where it mostly calculates, that is, keeps the thread busy; `'io'` where it mostly waits.
 * - Whether `f` is async, or gives a promise, does not decide it.
 * - Nor does how long it takes.
 * - Nor what it does first, or last.
 * - Where it calculates and waits by turns, the larger share decides.
 * - `f` is called once. A heartbeat that was started is stopped at the end.
 * - When `f` fails, the failure is passed on, and the heartbeat is stopped as well.
 *
 * What `f` calculates at a stretch takes 40 ms or more; a beat every few ms will notice.
 */
export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  // TODO: call f, and measure meanwhile how late a heartbeat comes.
  throw new Error('TODO: write kindOf() in katas/05-kitchen/3-diagnose.ts');
}
