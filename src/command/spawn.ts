import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { HOME } from '../course/home.ts';

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
  const start = join(HOME, 'src', 'start', 'start.mjs');
  return spawn(process.execPath, [start, `tutor/${name}`, ...args], {
    cwd: root,
    // The keys that are typed meanwhile are for the one who listens already.
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
