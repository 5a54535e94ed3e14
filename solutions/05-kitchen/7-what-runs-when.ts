/**
 * Predict what this program logs: read it, and do not run it yet.
 *
 * - `prediction` begins with the lines that are logged before any time has passed.
 * - Then it has the lines that are logged up to and including 100 ms.
 * - Then it has all other lines, to the end of the program. The program sleeps twice, and burns.
 *
 * `prediction` is complete before `program` is called.
 *
 * @param log writes a line down
 * @param sleep returns a promise that fulfils after `ms` milliseconds
 * @param burn blocks the thread for `ms` milliseconds
 */
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

/** The lines in the order in which they are logged: `['kitchen is open', …]`. */
export const prediction: string[] = [
  'kitchen is open',
  'light is on',
  'menu is out',
  'oven rings',
  'bread is out',
  'oven is off',
  'soup is salted',
  'soup is tasted',
  'door opens',
  'slicing',
  'sliced',
  'knife is clean',
  'window opens',
  'phone rings',
  'eggs are ready',
  'coffee is ready',
  'kitchen is closed',
];
