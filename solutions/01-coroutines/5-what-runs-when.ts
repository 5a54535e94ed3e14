/**
 * Predict what this program logs: read it, and do not run it yet.
 *
 * - `prediction` begins with the lines that are logged synchronously, during the call of `program`.
 * - Then it has the lines that are logged before any time has passed.
 * - Then it has all other lines, to the end of the program. The program sleeps twice.
 *
 * `prediction` is complete before `program` is called.
 *
 * @param log writes a line down
 * @param sleep returns a promise that fulfils after `ms` milliseconds
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

/** The lines in the order in which they are logged: `['start', …]`. */
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
