// A list for each of the three rules: what a call runs, what goes on in microtasks, what a timer lets go on.
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

/** What a call logs before it returns, each with the calls inside it. */
const call = ['start', ['stew is on'], 'stew was called', ['tasting'], 'taste was called'];

/** What goes on when the running code has ended, in the order of the waits. */
const microtasks = [['tasted'], ['2 guests', ['rice is on']]];

/** What the timers let go on, by their ms. */
const timers = { 100: ['rice is ready', 'rice was awaited'], 200: ['stew is ready', 'end'] };

export const prediction = [call, microtasks, Object.values(timers)].flat(3) as string[];
