/** Brings the new version of the course, and puts a learner's answers where they belong in it. */

import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { EXAMPLES } from '../course/examples.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { commitOf, type Git, gitIn } from './own/git.ts';
import { mergedCommit, replaceFiles, saveCopy } from './update/folder.ts';
import { type Answer, renderUpdate, type Update } from './update/page.ts';
import { placesOf } from './update/places.ts';
import { expectAtRest } from './update/ready.ts';
import {
  type Files,
  filesOf,
  katasIn,
  ownFiles,
  ownIn,
  renamedKatas,
  versionsUpTo,
} from './update/work.ts';

/**
 * Everything becomes as it was published, except what the learner wrote. Nothing is merged, so nothing
 * can be in conflict: an answer is carried whole to its kata's place, whatever has become of the stub.
 *
 * @param source a remote or an address; undefined for the one that the course came from
 * @throws {UsageError} before anything is touched, when it cannot be done
 */
function update(root: string, git: Git, source: string | undefined): Update {
  const from = source ?? publisherOf(git);
  // The branch of the remote moves along only when it is asked for by the remote's own rules.
  if (git(['remote']).split(/\s+/).includes(from))
    git(['fetch', '--quiet', '--no-tags', '--', from]);
  git(['fetch', '--quiet', '--no-tags', '--', from, 'HEAD']);
  const next = git(['rev-parse', 'FETCH_HEAD']).trim();
  const address = git(['ls-remote', '--get-url', from]).trim();
  const isThere = commitOf(git, 'rev-list', '--max-count=1', next, '^HEAD') === undefined;
  const before = filesOf(git, 'HEAD');
  const after = filesOf(git, next);
  if (katasIn(after).length === 0)
    throw new UsageError(`What there is at ${address} is not this course: it has no katas.`);
  if (isThere) return { address, isNew: false };

  const published = versionsUpTo(git, next);
  const own = ownFiles(git, root, published, after.keys());
  const base = commitOf(git, 'merge-base', 'HEAD', next);
  const places = placesOf(
    katasIn(before),
    katasIn(after),
    renamedKatas(git, base ? `${base}..${next}` : next),
  );
  const moves = own.map((path) => {
    const to = placeOf(path, before, after, places);
    // Two files cannot be in one place: the one that is there stays.
    return { path, to: to !== path && own.includes(to ?? '') ? undefined : to };
  });
  const gaveWay = moves.flatMap(({ path, to }) =>
    to === undefined && !isKata(idOf(path), before, after) ? [path] : [],
  );
  const committed = new Set(ownIn(before, published));
  const work = gaveWay.find((path) => committed.has(path) && /^(src|solutions|katas)\//.test(path));
  if (work)
    throw new UsageError(
      `${work} is part of the course, and you have committed another one; an update would undo that. Merge it with git: git pull --no-rebase ${from} HEAD`,
    );
  const copy = saveCopy(root, git, own);
  const hasCommits = commitOf(git, 'rev-list', '--max-count=1', 'HEAD', `^${next}`) !== undefined;
  const kept = moves.filter(({ path }) => committed.has(path));
  const version = hasCommits ? mergedCommit(root, git, next, before, kept) : next;
  replaceFiles(root, git, version, copy, moves);
  return {
    address,
    isNew: true,
    hasCommits,
    copy,
    answers: moves.flatMap(({ path, to }) => {
      const id = idOf(path);
      return id && isKata(id, before, after) ? [answer(git, base, next, id, to && idOf(to))] : [];
    }),
    gaveWay,
    added: katasIn(after).filter((id) => ![...places.values()].includes(id)),
    packagesChanged: before.get('package-lock.json') !== after.get('package-lock.json'),
  };
}

/** A fork has the course itself under the name of upstream. */
function publisherOf(git: Git): string {
  const remotes = git(['remote']).split('\n');
  const publisher = ['upstream', 'origin'].find((name) => remotes.includes(name));
  if (publisher) return publisher;
  throw new UsageError(
    'This folder does not know where the course came from: git has no remote called origin or upstream. Give its address: npm run update -- <address>',
  );
}

function placeOf(
  path: string,
  before: Files,
  after: Files,
  places: ReadonlyMap<string, string>,
): string | undefined {
  const id = idOf(path);
  if (id && after.has(`katas/${id}.spec.ts`)) return path;
  if (id && before.has(`katas/${id}.spec.ts`)) {
    const place = places.get(id);
    return place && `katas/${place}.ts`;
  }
  // Examples are there to be changed.
  if (isInExamples(path) && after.has(path)) return path;
  const isInTheWay = [...after.keys()].some(
    (it) => it === path || it.startsWith(`${path}/`) || path.startsWith(`${it}/`),
  );
  return isInTheWay ? undefined : path;
}

/** The kata that a path is the stub of, if there is such a kata. */
function idOf(path: string): string | undefined {
  return /^katas\/([^/]+\/[^/]+)(?<!\.spec)\.ts$/.exec(path)?.[1];
}

function isInExamples(path: string): boolean {
  return path.split('/')[0] === 'katas' && path.split('/')[2] === EXAMPLES;
}

function isKata(id: string | undefined, ...versions: readonly Files[]): boolean {
  return id !== undefined && versions.some((files) => files.has(`katas/${id}.spec.ts`));
}

function answer(
  git: Git,
  base: string | undefined,
  next: string,
  from: string,
  to: string | undefined,
): Answer {
  const textOf = (commit: string, id: string) =>
    // A stub names its own file, and that is no part of the contract.
    git(['show', `${commit}:katas/${id}.ts`]).replace(
      /katas\/[\w-]+\/[\w-]+\.ts/g,
      `katas/${to}.ts`,
    );
  try {
    if (!base || !to) return { from, to, stub: undefined };
    const [old, now] = [textOf(base, from), textOf(next, to)];
    return { from, to, stub: old === now ? undefined : { old, now } };
  } catch {
    return { from, to, stub: undefined };
  }
}

const usage = {
  does: 'Brings the new version of the course. What you wrote stays as it is, and moves with its kata.',
  ways: [
    ['npm run update', 'from where you have it: upstream or origin, as git calls them'],
    ['npm run update -- <address>', 'from another place'],
  ],
} as const;

await command(import.meta.filename, usage, async (names) => {
  const [source, ...more] = names;
  if (more.length > 0)
    throw new UsageError(`One source at a time, please; got ${names.join(' and ')}.`);
  const root = process.cwd();
  const git = gitIn(root, 'The new version comes by git');
  expectAtRest(root, git);
  show(`\n${renderUpdate(update(root, git, source), terminalStyle())}\n`);
});
