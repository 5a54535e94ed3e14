import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from './choose.ts';

type Flags = Record<string, { type: 'boolean'; default: boolean }>;

/**
 * Runs a command when its file is the one that was started: misuse is told in a sentence on stderr,
 * with exit code 2.
 *
 * @param file the command's own `import.meta.filename`
 * @param run gets the names and the flags that were typed
 */
export async function command<F extends Flags>(
  file: string,
  flags: F,
  run: (names: string[], flags: Record<keyof F, boolean>) => Promise<void>,
): Promise<void> {
  if (process.argv[1] === undefined || resolve(process.argv[1]) !== file) return;
  try {
    const { values, positionals } = parse(flags);
    await run(positionals, values as Record<keyof F, boolean>);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function parse(options: Flags) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    const known = Object.keys(options).map((flag) => `--${flag}`);
    throw new UsageError(
      `${(error as Error).message.split('.')[0]}. ${known.length > 0 ? `This command knows ${known.join(', ')}.` : 'This command has no options.'}`,
    );
  }
}
