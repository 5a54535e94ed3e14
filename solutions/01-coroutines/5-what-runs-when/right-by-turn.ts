// Each function's lines with their time and their place at that time, sorted by both.
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

/** What each function logs: at which ms, in which place at that ms, and the line. */
const main = [
  [0, 0, 'start'],
  [0, 2, 'stew was called'],
  [0, 4, 'taste was called'],
  [0, 6, '2 guests'],
  [100, 1, 'rice was awaited'],
  [200, 1, 'end'],
] as const;
const stew = [
  [0, 1, 'stew is on'],
  [200, 0, 'stew is ready'],
] as const;
const taste = [
  [0, 3, 'tasting'],
  [0, 5, 'tasted'],
] as const;
const rice = [
  [0, 7, 'rice is on'],
  [100, 0, 'rice is ready'],
] as const;

export const prediction: string[] = [...main, ...stew, ...taste, ...rice]
  .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  .map(([, , line]) => line);
