// Has a shorter program in place of the one that is to be read.
// Fails: predicts all lines, to the end of the program
// Says: 'sleep' was never started; expected 2 times.
export async function program(log: (line: string) => void): Promise<void> {
  log('start');
  log('end');
}

export const prediction: string[] = ['start', 'end'];
