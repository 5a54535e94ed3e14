/**
 * Foresee what this program logs: read it, and do not run it yet.
 *
 * - `prediction` begins with what is logged before any time has passed.
 * - It goes on with what is logged up to the end of the 100th ms.
 * - And then with the rest, to the last line.
 *
 * @param sleep gives a promise that resolves after so many ms
 * @param burn keeps the CPU busy for so many ms
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

/** The lines in their order, such as `['kitchen is open', …]`. */
export const prediction: string[] = [
  // TODO: fill in the lines.
];
