// A generator that yields the lines; `yield*` stands for a call.
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

function* stew() {
  yield 'stew is on';
}

function* lines() {
  yield 'start';
  yield* stew();
  yield 'stew was called';
  yield 'tasting';
  yield 'taste was called';
  // The call of `program` is over. Two functions go on: `taste`, and `program` itself.
  yield 'tasted';
  yield '2 guests';
  yield 'rice is on';
  // 100 ms, and 200 ms.
  yield* ['rice is ready', 'rice was awaited'];
  yield* ['stew is ready', 'end'];
}

export const prediction: string[] = [...lines()];
