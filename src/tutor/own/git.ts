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
      const why =
        code === 'ENOENT'
          ? 'there is no program called git.'
          : `git says: ${String(stderr || error).split('\n')[0]}`;
      throw new UsageError(`${purpose}, but ${why}`);
    }
  };
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

/** Whether the folder is the top of a repository with a commit, and not just somewhere inside one. */
export function isRepository(git: Git): boolean {
  try {
    git(['rev-parse', '--verify', '--quiet', 'HEAD']);
    return git(['rev-parse', '--show-prefix']).trim() === '';
  } catch {
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
