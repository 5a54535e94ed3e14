/** Whose specs count, and what of somebody's work is not as it was published. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { few } from '../../text/english.ts';
import { commitOf, type Git, gitIn, isRepository, parts } from '../own/git.ts';

/** What a verdict rests on, specs and the course's own code: git's hash of each by its path. */
type Fingerprints = ReadonlyMap<string, string>;

export interface Trusted {
  /** Whose the specs are, in words; null when they are the work's own, compared with nothing. */
  readonly name: string | null;
  readonly fingerprints: Fingerprints;
  /** The text of a spec, by its path. */
  readonly read: (path: string) => string;
}

const SPEC = /^katas\/[^/]+\/[^/]+\.spec\.ts$/;
const OURS = /^src\//;

/**
 * The specs that count: those of `home` for somebody else's work. For our own it is the published ones, as
 * who can write in a folder can change its specs as well; where git knows none, there is only the folder.
 */
export function trustedFor(work: string, home: string): Trusted {
  const isOwn = work === home;
  const published = isOwn && publishedIn(gitIn(home, 'The published specs come by git'));
  return (
    published || {
      name: isOwn ? null : 'those of the course that grades',
      fingerprints: fingerprintsIn(home),
      read: (path) => readFileSync(join(home, path), 'utf8'),
    }
  );
}

/** The version of the course that the folder's commits are built on; undefined when git knows none. */
function publishedIn(git: Git): Trusted | undefined {
  if (!isRepository(git)) return undefined;
  const base = ['upstream', 'origin']
    .map((remote) => commitOf(git, 'merge-base', 'HEAD', `refs/remotes/${remote}/HEAD`))
    .find((commit) => commit !== undefined);
  if (!base) return undefined;
  const files = parts(git(['ls-tree', '-r', '-z', base])).flatMap((entry) => {
    const [, hash = '', path = ''] = /^\d+ blob (\w+)\t(.*)$/s.exec(entry) ?? [];
    return isRelied(path) ? [[path, hash] as const] : [];
  });
  return {
    name: `those of the published version, ${base.slice(0, 10)}`,
    fingerprints: new Map(files),
    read: (path) => git(['show', `${base}:${path}`]),
  };
}

function fingerprintsIn(root: string): Fingerprints {
  const files = ['katas', 'src'].flatMap((folder) => filesBelow(root, folder)).filter(isRelied);
  return new Map(files.map((path) => [path, fingerprint(readFileSync(join(root, path)))]));
}

/** As `git hash-object` has it, for a file whose lines end as they do in git. */
export function fingerprint(file: Buffer): string {
  // A character for each byte: not all of our files are text that anybody could read.
  const bytes = Buffer.from(file.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function isRelied(path: string): boolean {
  return SPEC.test(path) || OURS.test(path);
}

/** Paths of the files in a folder below the root, however deep; no links, as those lead anywhere. */
export function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const NOT_KNOWN =
  'Whether a spec was changed is not known, as there is nothing to compare it with. Grade from a copy of the course that is yours: npm run grade -- --work <folder>';
const USED = 'it is what has graded here, so do not rely on this grade';
const UNUSED = 'is not what has graded';

const MOST_NAMED = 5;

/** What is to be told about each kata by its id, and about the course as a whole. */
export interface Changes {
  readonly katas: ReadonlyMap<string, string>;
  readonly course: readonly string[];
}

export function changesIn(
  work: string,
  home: string,
  { name, fingerprints: trusted }: Trusted,
): Changes {
  if (name === null) return { katas: new Map(), course: [NOT_KNOWN] };
  const found = fingerprintsIn(work);
  // A folder with nothing but answers has changed nothing.
  const has = (kind: RegExp) => [...found.keys()].some((path) => kind.test(path));
  const [hasSpecs, hasCode] = [has(SPEC), has(OURS)];
  const paths = [...new Set([...trusted.keys(), ...found.keys()])].sort();
  const differing = paths.filter((path) => trusted.get(path) !== found.get(path));
  const specs = differing.filter((path) => SPEC.test(path) && hasSpecs);
  const katas = specs.filter((path) => trusted.has(path));
  const added = specs.filter((path) => !trusted.has(path));
  const code = differing.filter((path) => OURS.test(path) && hasCode);
  return {
    katas: new Map(
      katas.map((path) => [
        path.slice('katas/'.length, -'.spec.ts'.length),
        `${path} ${found.has(path) ? 'was changed' : 'is missing'}; the original was run in its place.`,
      ]),
    ),
    course: [
      ...added.map((path) => `${path} is not of the course, and was not run.`),
      ...(code.length > 0
        ? [
            `The course's own code was changed, and ${work === home ? USED : UNUSED}: ${few(code, MOST_NAMED)}.`,
          ]
        : []),
    ],
  };
}
