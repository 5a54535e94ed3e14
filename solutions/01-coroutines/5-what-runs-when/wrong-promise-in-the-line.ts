// Assumes that `guests` is a promise. (The `await` has taken the value out of it.)
// Fails: predicts the lines that are logged before any time has passed
// Fails: predicts all lines, to the end of the program
// Says: Line 7 is not: the program never logs '[object Promise] guests'.
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
  'tasted',
  '[object Promise] guests',
  'rice is on',
  'rice is ready',
  'rice was awaited',
  'stew is ready',
  'end',
];
