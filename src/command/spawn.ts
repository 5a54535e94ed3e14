import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { HOME } from '../course/home.ts';
import { terminalStyle } from '../text/style.ts';

/** For a command that nothing of the vitest around may reach, and nothing of our terminal. */
export function bareEnvironment(terminal: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const outer = Object.entries(process.env).filter(
    ([name]) => !/^(VITE|TEST|NODE_ENV|FORCE_COLOR|NO_COLOR|LC_|LANG|TERM|COLUMNS|CI$)/.test(name),
  );
  return { ...Object.fromEntries(outer), ...terminal };
}

/**
 * Starts a command of ours in this terminal, in a process of its own: some run vitest, and one that
 * runs already has no room for a second.
 *
 * @param name of the command's file, such as `lesson`
 */
export function startCommand(root: string, name: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, commandLine(name, args), {
    cwd: root,
    // The keys that are typed meanwhile are for the one who listens already.
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** What such a command prints, as it would in this terminal. */
export async function printedBy(
  root: string,
  name: string,
  args: readonly string[],
): Promise<string> {
  const { FORCE_COLOR, NO_COLOR, ...env } = process.env;
  const { colours, unicode, width } = terminalStyle();
  const { stdout, stderr } = spawn(process.execPath, commandLine(name, args), {
    cwd: root,
    env: {
      ...env,
      COLUMNS: `${width}`,
      ...(colours ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      // A pipe says nothing of the terminal behind it.
      ...(unicode ? { LC_ALL: 'C.UTF-8' } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = await Promise.all([text(stdout), text(stderr)]);
  return `${said.replace(/^\n/, '')}${complained.replace(/^(?=.)/gm, '  ')}`;
}

function commandLine(name: string, args: readonly string[]): string[] {
  return [join(HOME, 'src', 'start', 'start.mjs'), `tutor/${name}`, ...args];
}
