// An await of a plain value gives way too, and the caller goes on first.
// Fails: foresees what is logged before the call gives control back
// Fails: foresees what is logged before any time has passed
// Fails: foresees everything, to the end
// Says: Line 5 is not
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

export const prediction: string[] = [
  'start',
  'stew is on',
  'stew was called',
  'tasting',
  'tasted',
  'taste was called',
  'rice is on',
  'rice is ready',
  'rice was awaited',
  'stew is ready',
  'end',
];
