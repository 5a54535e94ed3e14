/**
 * Foresee what this program logs. Read it; do not run it.
 *
 * - `prediction` holds what is logged before the call of `program` gives control back,
 * - then what is logged before any time has passed,
 * - then the rest, to the end.
 *
 * @param sleep resolves after so many ms
 */
export async function program(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<void> {
  async function cook(dish: string, ms: number): Promise<void> {
    log(`${dish} is on`);
    await sleep(ms);
    log(`${dish} is ready`);
  }

  async function taste(): Promise<void> {
    log('tasting');
    await 'salt';
    log('tasted');
  }

  log('start');
  const stew = cook('stew', 20);
  log('stew was called');
  taste();
  log('taste was called');
  await cook('rice', 10);
  log('rice was awaited');
  await stew;
  log('end');
}

/** The lines in their order: `['start', …]`. */
export const prediction: string[] = [
  // TODO: fill in the lines.
];
