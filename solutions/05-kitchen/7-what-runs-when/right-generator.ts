// A generator that yields the lines.
export async function program(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
  burn: (ms: number) => void,
): Promise<void> {
  setTimeout(() => {
    log('oven rings');
    setImmediate(() => log('door opens'));
    queueMicrotask(() => log('soup is salted'));
    process.nextTick(() => {
      log('oven is off');
      queueMicrotask(() => log('soup is tasted'));
    });
    log('bread is out');
  }, 100);

  setTimeout(() => {
    log('slicing');
    setImmediate(() => log('window opens'));
    setTimeout(() => log('coffee is ready'), 200);
    setTimeout(() => log('phone rings'), 0);
    Promise.resolve().then(() => log('knife is clean'));
    burn(300);
    log('sliced');
  }, 300);

  queueMicrotask(() => log('light is on'));
  sleep(400).then(() => log('eggs are ready'));
  log('kitchen is open');
  await null;
  log('menu is out');
  await sleep(800);
  log('kitchen is closed');
}

function* lines() {
  yield 'kitchen is open';
  yield 'light is on';
  yield 'menu is out';
  yield 'oven rings';
  yield 'bread is out';
  yield 'oven is off';
  yield 'soup is salted';
  yield 'soup is tasted';
  yield 'door opens';
  yield 'slicing';
  yield 'sliced';
  yield 'knife is clean';
  yield 'window opens';
  yield 'phone rings';
  yield 'eggs are ready';
  yield 'coffee is ready';
  yield 'kitchen is closed';
}
export const prediction: string[] = [...lines()];
