// Lets the program log the prediction, whatever that is.
// Fails: predicts all lines, to the end of the program
// Says: 'sleep' was never started; expected 2 times.
export async function program(log: (line: string) => void): Promise<void> {
  for (const line of prediction) log(line);
}

export const prediction: string[] = ['start', 'the stew cooks', 'end'];
