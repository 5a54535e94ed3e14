/** What is the learner's in a folder, and what is the course's. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type Git, parts } from '../own/git.ts';
import { followed } from './places.ts';

/** The files of a commit by path, each as git keeps it: `100644 blob 5f3a…`. */
export type Files = ReadonlyMap<string, string>;

export function filesOf(git: Git, commit: string): Files {
  const entries = parts(git(['ls-tree', '-r', '-z', commit]));
  return new Map(entries.map((entry) => entry.split('\t').reverse() as [string, string]));
}

/** The ids of the katas in a commit: `01-coroutines/3-in-order`. */
export function katasIn(files: Files): string[] {
  return [...files.keys()].flatMap(
    (path) => /^katas\/([^/]+\/[^/]+)\.spec\.ts$/.exec(path)?.slice(1, 2) ?? [],
  );
}

/** Every version that any file has had up to a commit, as `path hash`. */
export function versionsUpTo(git: Git, commit: string): Set<string> {
  const log = ['log', '-m', '--raw', '--no-abbrev', '--no-renames', '--format=', '-z', commit];
  const printed = parts(git(['-c', 'log.showRoot=true', ...log]));
  const versions = new Set<string>();
  // Two parts for each file: `:100644 100644 <before> <after> M`, and the path.
  for (const [i, part] of printed.entries()) {
    const hash = /^:\d+ \d+ \w+ (\w+) [A-Z]$/.exec(part)?.[1];
    if (hash) versions.add(`${printed[i + 1]} ${hash}`);
  }
  return versions;
}

/** The katas that have got another name, as git sees it from what is in their specs. */
export function renamedKatas(git: Git, range: string): Map<string, string> {
  // The specs of two different katas were at most 57% alike when this was written.
  const log = ['log', '--reverse', '--topo-order', '--format=', '--name-status', '-z', '-M70%'];
  const printed = parts(git([...log, '--diff-filter=R', range, '--', 'katas']));
  const id = (path: string) => path.slice('katas/'.length, -'.spec.ts'.length);
  return followed(
    printed.flatMap((part, i) => {
      const [from = '', to = ''] = printed.slice(i + 1, i + 3);
      return /^R\d+$/.test(part) && from.endsWith('.spec.ts') ? [[id(from), id(to)] as const] : [];
    }),
  );
}

/**
 * The files in the folder, of those that git knows or would take, whose text was never published:
 * somebody wrote it here. Line ends do not count.
 *
 * @param also paths to look at even where git is told to ignore them
 */
export function ownFiles(
  git: Git,
  root: string,
  published: ReadonlySet<string>,
  also: Iterable<string>,
): string[] {
  const listed = parts(git(['ls-files', '-z', '--cached', '--others', '--exclude-standard']));
  const files = [...new Set([...listed, ...also])].filter((path) => isFile(join(root, path)));
  const input = files.map((path) => `${path}\n`).join('');
  const hashes = git(['hash-object', '--stdin-paths'], { input }).split('\n');
  return files.filter((path, i) => !published.has(`${path} ${hashes[i]}`)).sort();
}

/** The files of a commit that were never published. */
export function ownIn(files: Files, published: ReadonlySet<string>): string[] {
  return [...files].flatMap(([path, entry]) =>
    published.has(`${path} ${entry.split(' ')[2]}`) ? [] : [path],
  );
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
