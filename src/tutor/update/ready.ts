import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import { type Git, isRepository, parts } from '../own/git.ts';

const UNFINISHED: Readonly<Record<string, string>> = {
  MERGE_HEAD: 'merge',
  CHERRY_PICK_HEAD: 'cherry-pick',
  REVERT_HEAD: 'revert',
  'rebase-merge': 'rebase',
  'rebase-apply': 'rebase',
};

/** @throws {UsageError} when git is in the middle of something, or has none of this folder */
export function expectAtRest(root: string, git: Git): void {
  git(['--version']);
  if (!isRepository(git))
    throw new UsageError(
      `This folder was not cloned with git, so there is nothing to update it from. Clone the new version into another folder, and copy each of your answers there, over the stub of its name: katas/<chapter>/<kata>.ts`,
    );
  for (const [file, name] of Object.entries(UNFINISHED))
    if (existsSync(join(root, git(['rev-parse', '--git-path', file]).trim())))
      throw new UsageError(
        `A ${name} is not finished here. This takes it back: git ${name} --abort`,
      );
  const [conflict] = parts(git(['diff', '--name-only', '--diff-filter=U', '-z']));
  if (conflict)
    throw new UsageError(`${conflict} is in conflict. Put it right, then run: git add ${conflict}`);
}
