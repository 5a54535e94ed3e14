// Lets the program log the prediction, whatever that is.
// Fails: predicts all lines, to the end of the program
// Says: 'sleep' was never started; expected 2 times.
export async function program(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
  burn: (ms: number) => void,
): Promise<void> {
  for (const line of prediction) log(line);
}

export const prediction: string[] = [
  'bread is out',
  'coffee is ready',
  'door opens',
  'eggs are ready',
  'kitchen is closed',
  'kitchen is open',
  'knife is clean',
  'light is on',
  'menu is out',
  'oven is off',
  'oven rings',
  'phone rings',
  'sliced',
  'slicing',
  'soup is salted',
  'soup is tasted',
  'window opens',
];
