// Assumes that the caller continues before the awaited function has ended. (It continues after that.)
// Fails: predicts all lines, to the end of the program
// Says: the program logs 'rice was awaited' later than that. Line 9 is logged at 100 ms.
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
  '2 guests',
  'rice is on',
  'rice was awaited',
  'rice is ready',
  'end',
  'stew is ready',
];
