import { execFileSync } from 'node:child_process';
import { UsageError } from '../../command/usage-error.ts';

interface Options {
  /** What the command reads. */
  readonly input?: string;
  /** Another file than the repository's own index. */
  readonly index?: string;
}

/** Runs git and returns what it printed. */
export type Git = (args: readonly string[], options?: Options) => string;

/**
 * Git in a folder of a course.
 *
 * @param purpose begins the sentence that tells a failure: `The stub is taken from git's history`
 * @throws {UsageError} from the returned function: there is no git, or it says no
 */
export function gitIn(root: string, purpose: string): Git {
  return (args, { input, index } = {}) => {
    try {
      return execFileSync('git', args, {
        cwd: root,
        encoding: 'utf8',
        input,
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        maxBuffer: Number.POSITIVE_INFINITY,
        env: { ...ownEnvironment(), LC_ALL: 'C', ...(index ? { GIT_INDEX_FILE: index } : {}) },
      });
    } catch (error) {
      const { code, stderr } = error as { code?: string; stderr?: string };
      if (/dubious ownership/.test(stderr ?? '')) throw new ForeignFolder(root, purpose);
      if (/not a git repository/.test(stderr ?? '')) throw new NoRepository(purpose);
      const why =
        code === 'ENOENT'
          ? 'there is no program called git.'
          : `git says: ${String(stderr || error).split('\n')[0]}`;
      throw new UsageError(`${purpose}, but ${why}`);
    }
  };
}

/** git refuses a folder that belongs to another user, as a mounted one often does. */
class ForeignFolder extends UsageError {
  constructor(root: string, purpose: string) {
    super(
      `${purpose}, but this folder belongs to another user, and git does not touch it. If you trust what is in it, run:\n\n  git config --global --add safe.directory "${root.replaceAll('\\', '/')}"`,
    );
  }
}

/** The folder was not cloned, but came as a zip. */
export class NoRepository extends UsageError {
  constructor(purpose: string) {
    super(`${purpose}, but this folder was not cloned with git.`);
  }
}

/** A hook of git that runs us has told its children to look at another repository than this one. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** The parts of what a git command with `-z` has printed. */
export function parts(printed: string): string[] {
  return printed.split('\0').filter((part) => part !== '');
}

/**
 * Whether the folder is the top of a repository with a commit, and not just somewhere inside one.
 *
 * @throws {UsageError} when git does not say, as the folder belongs to another user
 */
export function isRepository(git: Git): boolean {
  try {
    git(['rev-parse', '--verify', '--quiet', 'HEAD']);
    return git(['rev-parse', '--show-prefix']).trim() === '';
  } catch (error) {
    if (error instanceof ForeignFolder) throw error;
    return false;
  }
}

/** The commit that a name stands for; undefined when there is none. */
export function commitOf(git: Git, ...args: string[]): string | undefined {
  try {
    return git(args).trim() || undefined;
  } catch {
    return undefined;
  }
}
