import { existsSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';

/** What Node tells of a call that failed; of a copy, where it was to go. */
type Failure = NodeJS.ErrnoException & { readonly dest?: string };

/** What the file system refused, and what helps; undefined for any other error. */
export function explainRefusal(
  error: unknown,
  root: string,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { code, syscall = '', dest, path = dest } = (error ?? {}) as Failure;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'The disk is full, and this command has to write a file. Make room, then run it again.';
  // What cannot be started has a path as well.
  if (path === undefined || syscall.startsWith('spawn')) return undefined;
  const place = named(dest ?? path, root);
  if (code === 'EROFS' || isOnReadOnlyDisk(path, code, syscall))
    return `${place} cannot be written: the disk can only be read. Copy the course to a folder of yours, and run the command there.`;
  if (code !== 'EACCES' && code !== 'EPERM') return undefined;
  return platform === 'win32'
    ? `Windows gives no access to ${place}. Close the programs that use it, then run the command again.`
    : `You have no right to use ${place}. If it belongs to root since a command with sudo, this makes it yours again:\n\n  sudo chown -R "$(id -un)" .`;
}

/** With `recursive`, mkdir says of a disk that can only be read that there is no such folder, and its parent is there. */
function isOnReadOnlyDisk(path: string, code: string | undefined, syscall: string): boolean {
  return code === 'ENOENT' && syscall === 'mkdir' && existsSync(dirname(path));
}

function named(path: string, root: string): string {
  const below = relative(root, path);
  return below === '' || below.startsWith('..') ? path : below.replaceAll(sep, '/');
}
