/** What a test that a learner has written says of many subjects. */
import type { Verdict } from './verdict.ts';

/** A subject in a file of its own, which is loaded when it is needed. */
export interface Loaded<Subject> {
  readonly load: () => Promise<() => Subject>;
  /** What to read where it slips through: why its mistake is one. */
  readonly remark?: string;
  /** Where its code is, from the folder of the course on. */
  readonly file?: string;
}

/** Makes a new subject for each run. */
export type Maker<Subject> = (() => Subject) | Loaded<Subject>;

export const made = async <Subject>(make: Maker<Subject>): Promise<() => Subject> =>
  typeof make === 'function' ? make : make.load();

/** So many runs may have to be ended by force: each of them can take seconds. */
const MOST_BY_FORCE = 3;

type Try<Subject> = (make: () => Subject, task: Task) => Promise<Verdict>;

interface Task {
  readonly promises?: unknown[];
}

/**
 * Each subject is tried once, whichever tests ask. None is tried any more when the plain right one had to be ended by
 * force, or too many of them: a check that loops with one of them may still judge the others.
 */
export function verdictsOf<Subject>(right: Maker<Subject>, tryOne: Try<Subject>) {
  const verdicts = new Map<Maker<Subject>, Promise<Verdict>>();
  const endedByForce = new Map<Maker<Subject>, Verdict>();

  const tried = async (make: Maker<Subject>, task: Task) => {
    const last =
      endedByForce.size < MOST_BY_FORCE
        ? endedByForce.get(right)
        : [...endedByForce.values()].at(-1);
    if (last) return last;
    const verdict = await tryOne(await made(make), task);
    if (verdict.trace.outcome.kind === 'stopped') endedByForce.set(make, verdict);
    return verdict;
  };

  return (make: Maker<Subject>, task: Task): Promise<Verdict> => {
    const verdict = verdicts.get(make) ?? tried(make, task);
    verdicts.set(make, verdict);
    return verdict;
  };
}
