// Each line with its ms and its queue, sorted by both.
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

/** The queues: 0 the callback itself, 1 nextTick jobs, 2 microtasks, 3 immediates, 4 late timers. */
const lines: [ms: number, queue: number, line: string][] = [
  [0, 0, 'kitchen is open'],
  [0, 2, 'light is on'],
  [0, 2, 'menu is out'],
  [100, 3, 'door opens'],
  [100, 2, 'soup is salted'],
  [100, 1, 'oven is off'],
  [100, 2, 'soup is tasted'],
  [100, 0, 'oven rings'],
  [100, 0, 'bread is out'],
  [300, 0, 'slicing'],
  [600, 0, 'sliced'],
  [600, 3, 'window opens'],
  [600, 2, 'knife is clean'],
  [600, 4, 'phone rings'],
  [600, 4, 'eggs are ready'],
  [600, 4, 'coffee is ready'],
  [800, 0, 'kitchen is closed'],
];

export const prediction: string[] = lines
  .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  .map(([, , line]) => line);
