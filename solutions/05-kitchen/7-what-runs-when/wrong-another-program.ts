// Has a shorter program in place of the one that is to be read.
// Fails: predicts all lines, to the end of the program
// Says: Is the program still the one that is to be read?
export async function program(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
  burn: (ms: number) => void,
): Promise<void> {
  log('kitchen is open');
}

export const prediction: string[] = ['kitchen is open'];
