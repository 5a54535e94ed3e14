import { join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { HOME } from '../course/home.ts';
import { started } from '../start/started.mjs';
import { list } from '../text/english.ts';
import { breakLine } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { explainRefusal } from './refusal.ts';
import { renderUsage, type Usage } from './usage.ts';
import { UsageError } from './usage-error.ts';

type Flags = Record<string, 'boolean' | 'string'>;

/** What was typed: a switch is on or off, a value may be left out. */
type Values<F extends Flags> = {
  [Name in keyof F]: F[Name] extends 'boolean' ? boolean : string | undefined;
};

/**
 * Runs a command when its file is the one that was started: misuse, and what the file system
 * refuses, is told in a sentence on stderr, with exit code 2; `--help` is answered by us.
 *
 * @param file the command's own `import.meta.filename`
 * @param usage what `--help` answers, and the flags that it knows
 * @param run gets the names and the flags that were typed
 */
export async function command<const F extends Flags>(
  file: string,
  usage: Usage & { readonly flags?: F },
  run: (names: string[], flags: Values<F>) => Promise<void>,
): Promise<void> {
  if (started.entry === undefined || join(HOME, 'src', `${started.entry}.ts`) !== file) return;
  started.hasRun = true;
  process.stdout.on('error', endWithReader);
  try {
    const { values, positionals } = parse(usage.flags ?? {});
    refuseKept(usage.flags ?? {}, positionals);
    // `npm test --all`: npm has taken it for its own. Who has set it for good gets more than was asked for, and no less.
    if ('all' in values && process.env.npm_config_all === 'true') values.all = true;
    if (values.help) show(`\n${renderUsage(usage, terminalStyle())}\n`);
    else await run(positionals, values as Values<F>);
  } catch (error) {
    const message =
      error instanceof UsageError ? error.message : explainRefusal(error, process.cwd());
    if (message === undefined) throw error;
    const { width } = terminalStyle(process.env, process.stderr);
    const lines = message.split('\n').map((line) => breakLine(line, width));
    show(lines.join('\n'), process.stderr);
    process.exitCode = 2;
  }
}

function parse(flags: Flags) {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, type] of Object.entries(flags))
    options[name] = type === 'boolean' ? { type, default: false } : { type };
  options.help = { type: 'boolean', default: false, short: 'h' };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    const known = Object.keys(options).map((flag) => `--${flag}`);
    const there = known.length === 1 ? 'there is only' : 'there are';
    throw new UsageError(`${(error as Error).message.split('.')[0]}: ${there} ${list(known)}.`);
  }
}

/** Flags that npm has itself: anybody may have set them for good. */
const OF_NPM = /^(all|editor|json|only|save)$/;

/** What stands before `--` is for npm, which keeps it, and runs us without a word. */
function refuseKept(flags: Flags, names: readonly string[]): void {
  const kept = Object.entries(flags).flatMap(([flag, type]) => {
    const value = process.env[`npm_config_${flag}`];
    return value && !OF_NPM.test(flag) ? [{ flag, type, value }] : [];
  });
  if (kept.length === 0) return;
  // npm takes what follows a flag for its value.
  const others = kept.flatMap(({ type, value }) =>
    type === 'boolean' && value !== 'true' ? [value] : [],
  );
  const typed = kept.map(({ flag, type, value }) =>
    type === 'string' ? `--${flag} ${value}` : `--${flag}`,
  );
  const script = started.entry?.split('/').at(-1);
  const words = ['npm run', script, ...others, ...names, '--', ...typed];
  throw new UsageError(
    `npm kept ${list(kept.map(({ flag }) => `--${flag}`))} for itself. Put -- before the flags: ${words.join(' ')}`,
  );
}

/** The reader of our output may have enough: `npm run lesson | head`. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
