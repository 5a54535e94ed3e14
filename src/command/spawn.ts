import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { HOME } from '../course/home.ts';

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
    // The keys that are typed meanwhile are for whoever listens already.
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
