// Has a program in which the lines stand in the order of the log.
// Fails: predicts all lines, to the end of the program
// Says: 'burn' was never started; expected once.
export async function program(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
  burn: (ms: number) => void,
): Promise<void> {
  log('kitchen is open');
  log('light is on');
  log('menu is out');
  await sleep(100);
  log('oven rings');
  log('bread is out');
  log('oven is off');
  log('soup is salted');
  log('soup is tasted');
  log('door opens');
  await sleep(200);
  log('slicing');
  log('sliced');
  log('knife is clean');
  log('window opens');
  log('phone rings');
  log('eggs are ready');
  log('coffee is ready');
  log('kitchen is closed');
}

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
