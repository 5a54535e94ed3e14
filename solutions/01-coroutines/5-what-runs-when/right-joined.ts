// The lines are joined from a dish and what happens to it.
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

const [stew, rice] = ['stew', 'rice'].map((dish) => ({
  on: `${dish} is on`,
  called: `${dish} was called`,
  ready: `${dish} is ready`,
  awaited: `${dish} was awaited`,
})) as [Dish, Dish];

type Dish = Record<'on' | 'called' | 'ready' | 'awaited', string>;

export const prediction: string[] = [
  'start',
  stew.on,
  stew.called,
  'tasting',
  'taste was called',
  'tasted',
  `${2} guests`,
  rice.on,
  rice.ready,
  rice.awaited,
  stew.ready,
  'end',
];
