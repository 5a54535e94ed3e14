/**
 * Foresee what this program logs: read it, and do not run it yet.
 *
 * - `prediction` begins with what is logged before the call of `program` gives control back to its
 *   caller.
 * - It goes on with what is logged before any time has passed.
 * - And then with the rest, to the last line.
 *
 * @param sleep gives a promise that resolves after so many ms
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
  const stew = cook('stew', 200);
  log('stew was called');
  taste();
  log('taste was called');
  const guests = await 2;
  log(`${guests} guests`);
  await cook('rice', 100);
  log('rice was awaited');
  await stew;
  log('end');
}

/** The lines in their order, such as `['start', …]`. */
export const prediction: string[] = [
  'start',
  'stew is on',
  'stew was called',
  'tasting',
  'taste was called',
  'tasted',
  '2 guests',
  'rice is on',
  'rice is ready',
  'rice was awaited',
  'stew is ready',
  'end',
];
