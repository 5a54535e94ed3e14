/**
 * Runs a command where it may write nothing of the course, as after an install by somebody else. A home of their own
 * people have; vitest 5 does not start where it can write nowhere at all.
 */
import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareEnvironment } from '../command/spawn.ts';
import { HOME } from '../course/home.ts';
import { type Ended, PLAIN } from './miniature.ts';

/** On Windows a folder cannot be closed by its mode. */
export const CAN_TAKE_RIGHTS = process.platform !== 'win32';

/** By old custom the one who owns nothing; only root can become somebody else. */
const NOBODY = 65534;

export async function runWithoutRights(
  root: string,
  command: string,
  ...args: string[]
): Promise<Ended> {
  const isRoot = process.getuid?.() === 0;
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  if (isRoot) chownSync(home, NOBODY, NOBODY);
  chmodSync(root, isRoot ? 0o755 : 0o555);
  try {
    return await new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(HOME, 'src', 'start', 'start.mjs'), command, ...args],
        {
          cwd: root,
          env: { ...bareEnvironment(PLAIN), HOME: home },
          timeout: 60_000,
          killSignal: 'SIGKILL',
          ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
        },
        (error, stdout, stderr) => {
          resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
        },
      );
    });
  } finally {
    if (!isRoot) chmodSync(root, 0o755);
    rmSync(home, { recursive: true, force: true });
  }
}
