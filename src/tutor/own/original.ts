/** A file of the course that learners may change, as the course has it. */
import { relative } from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import { commitOf, gitIn } from './git.ts';

/** Where the published version is known to git, the first one that is there. */
const PUBLISHED = ['upstream/HEAD', 'upstream/main', 'origin/HEAD', 'origin/main'];

/**
 * As it was published last, as far as it was fetched; else as it was first committed. What a learner has
 * committed since is a version too, so the newest one is not sure to be the course's.
 *
 * @param file absolute path
 * @throws {UsageError} when git is not there, or has never had it
 */
export function originalText(root: string, file: string): string {
  const git = gitIn(root, 'What it was is taken from git');
  const path = relative(root, file).replaceAll('\\', '/');
  const added = ['log', '--diff-filter=A', '--format=%H', '--reverse', '--', path];
  const [first] = git(added).split('\n');
  for (const version of [...PUBLISHED, first ?? ''])
    if (version && commitOf(git, 'rev-parse', '--verify', '--quiet', `${version}:./${path}`))
      return git(['show', `${version}:./${path}`]).replaceAll('\r\n', '\n');
  throw new UsageError(`Git has never had ${path}. Was the course cloned with git?`);
}

/** Every file below a folder that git has ever had, below the root: also what somebody has deleted. */
export function everIn(root: string, folder: string): string[] {
  const git = gitIn(root, 'What there was is taken from git');
  const added = git([
    'log',
    '--diff-filter=A',
    '--no-renames',
    '--format=',
    '--name-only',
    '--',
    folder,
  ]);
  return [...new Set(added.split('\n').filter((path) => path !== ''))];
}
