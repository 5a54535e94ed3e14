/** The stub of a kata, as it was before anybody wrote in it: from git, whatever was committed since. */
import { relative } from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import type { Kata } from '../../course/katas.ts';
import { type Git, gitIn, NoRepository } from './git.ts';
import { measure, referenceOf } from './untouched.ts';

/**
 * Neither the last commit nor the first is sure to have it: learners commit their answers, and a stub
 * is mended in later versions of the course. But a stub is the reference without the answer, so of all
 * committed versions that have a TODO it is the one with the fewest lines that the reference lacks,
 * then with the least code; of equal ones the newest.
 *
 * @throws {UsageError} when git is not there, or has no stub of this kata
 */
export function originalStub(root: string, kata: Kata): string {
  const git = gitIn(root, "The stub is taken from git's history");
  const path = relative(root, kata.stub).replaceAll('\\', '/');
  const reference = referenceOf(kata);
  const stubs = committedVersions(git, path)
    .filter((text) => text.includes('TODO'))
    .map((text) => ({ text, ...measure(text, reference) }))
    .sort((a, b) => a.foreign - b.foreign || a.code - b.code);
  const stub = stubs[0]?.text;
  if (stub === undefined)
    throw new UsageError(
      `The stub is taken from git's history, and this folder has none of ${path}. Download the course once more into another folder, and copy that file from there.`,
    );
  return stub;
}

/** Every text that the file ever had, the newest first. */
function committedVersions(git: Git, path: string): string[] {
  // Without --full-history, a merge in which the learner's side won hides the other side.
  const commits = logOf(git, '--full-history', '--format=%H', '--', path);
  return commits.split('\n').flatMap((commit) => {
    if (commit === '') return [];
    const isThere = git(['ls-tree', '--name-only', commit, '--', path]) !== '';
    return isThere ? [git(['show', `${commit}:./${path}`]).replaceAll('\r\n', '\n')] : [];
  });
}

/** Empty in a folder that was not cloned. */
function logOf(git: Git, ...args: string[]): string {
  try {
    return git(['log', ...args]);
  } catch (error) {
    if (error instanceof NoRepository) return '';
    throw error;
  }
}
