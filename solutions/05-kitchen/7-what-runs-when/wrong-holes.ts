// A list of the right length, and nothing in it.
// Fails: predicts the lines that are logged before any time has passed
// Fails: predicts the lines that are logged up to and including 100 ms
// Fails: predicts all lines, to the end of the program
// Says: TODO: fill in the prediction
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

export const prediction: string[] = new Array(17);
