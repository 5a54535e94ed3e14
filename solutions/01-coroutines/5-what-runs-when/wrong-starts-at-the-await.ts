// Assumes that `cook('stew', 200)` only makes a promise, and that `await stew` starts it.
// Fails: predicts the lines that are logged synchronously, during the call
// Fails: predicts the lines that are logged before any time has passed
// Fails: predicts all lines, to the end of the program
// Says: The first line is right. Line 2 is not: the program logs 'stew was called' later than that.
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
  'stew was called',
  'tasting',
  'taste was called',
  'tasted',
  '2 guests',
  'rice is on',
  'rice is ready',
  'rice was awaited',
  'stew is on',
  'stew is ready',
  'end',
];
