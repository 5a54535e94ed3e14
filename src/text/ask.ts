import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** What is answered on a line; undefined when the input ends, or is broken off, without one. */
export async function ask(
  question: string,
  { input, output }: Terminal,
): Promise<string | undefined> {
  const lines = createInterface({ input, output });
  // By itself it stops this process alone, and whatever has started us would keep the terminal.
  lines.on('SIGTSTP', () => {});
  const leave = (_: unknown, key?: { name?: string }) => {
    if (key?.name === 'escape') lines.close();
  };
  input.on('keypress', leave);
  // By itself a question waits forever when a pipe ends, and fails at a key that ends it.
  const end = once(lines, 'close').then(() => undefined);
  const answer = await Promise.race([lines.question(question).catch(() => undefined), end]);
  lines.close();
  input.off('keypress', leave);
  // Nobody has pressed enter, so the question's line is still open.
  if (answer === undefined) output.write('\n');
  return answer?.trim();
}
