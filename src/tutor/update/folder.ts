/** How a learner's folder is changed in an update, so that nothing of theirs is lost. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import { placeForCopy } from '../../course/keep.ts';
import { type Git, parts } from '../own/git.ts';
import type { Files } from './work.ts';

export interface Move {
  /** Of a file that is the learner's. */
  readonly path: string;
  /** Where it belongs in the new version; undefined when it has no place there. */
  readonly to: string | undefined;
}

/** Copies what is the learner's, as it is now, and where git was told of something else, that too. */
export function saveCopy(root: string, git: Git, own: readonly string[]): string | undefined {
  const changedSince = new Set(parts(git(['diff', '--name-only', '-z'])));
  const staged = parts(git(['diff', '--cached', '--name-only', '-z', '--diff-filter=d'])).filter(
    (path) => changedSince.has(path),
  );
  if (own.length + staged.length === 0) return undefined;
  const copy = placeForCopy('update-');
  for (const path of own) copyInto(join(root, path), join(root, copy, path));
  if (staged.length > 0) git(['checkout-index', `--prefix=${copy}/staged/`, '--', ...staged]);
  return copy;
}

/** The new version with the answers that were committed, on top of both histories. */
export function mergedCommit(
  root: string,
  git: Git,
  next: string,
  before: Files,
  kept: readonly Move[],
): string {
  const index = git(['rev-parse', '--git-path', 'learn-async-update']).trim();
  const entries = kept.flatMap(({ path, to }) => (to ? [`${before.get(path)}\t${to}\0`] : []));
  git(['read-tree', next], { index });
  git(['update-index', '-z', '--index-info'], { index, input: entries.join('') });
  const tree = git(['write-tree'], { index }).trim();
  rmSync(join(root, index), { force: true });
  const message = 'Update the course; the answers are in their places';
  return git(['commit-tree', tree, '-p', 'HEAD', '-p', next, '-m', message]).trim();
}

/** Makes the folder the new version, and puts the learner's files from the copy to their places. */
export function replaceFiles(
  root: string,
  git: Git,
  version: string,
  copy: string | undefined,
  moves: readonly Move[],
): void {
  try {
    git(['reset', '--quiet', '--hard', version]);
    for (const { path, to } of moves)
      if (to && copy) copyInto(join(root, copy, path), join(root, to));
  } catch (error) {
    if (!copy) throw error;
    throw new UsageError(`${(error as Error).message}\nNothing is lost: your files are in ${copy}`);
  }
}

function copyInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
