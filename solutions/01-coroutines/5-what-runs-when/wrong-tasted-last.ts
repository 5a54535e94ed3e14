// Assumes that a function whose call is not awaited goes on only at the end of the program.
// Fails: predicts the lines that are logged before any time has passed
// Fails: predicts all lines, to the end of the program
// Says: The first 5 lines are right. Line 6 is not: the program logs '2 guests' later
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

export const prediction: string[] = [
  'start',
  'stew is on',
  'stew was called',
  'tasting',
  'taste was called',
  '2 guests',
  'rice is on',
  'rice is ready',
  'rice was awaited',
  'stew is ready',
  'tasted',
  'end',
];
