/** What a test that a learner has written says of one subject. */
import { putBackWorld } from '../../guard/world.ts';
import type { Trace } from '../../trace/trace.ts';
import { isUntouched } from '../../trace/untouched.ts';
import { observeCheck } from '../observe.ts';
import { forgetSpies, otherFakes, takeAwayFakes, type VitestFakes } from './fakes.ts';

/** Resolves for every subject that keeps the contract, and rejects for every other. */
export type Check<Subject> = (subject: Subject) => Promise<void>;

export interface Verdict {
  /** `hangs`: it is pending forever, or was ended by force; `untouched`: nobody has written it yet. */
  readonly kind: 'passes' | 'refuses' | 'hangs' | 'untouched';
  /** What it rejected with. */
  readonly error: unknown;
  readonly trace: Trace;
  /** Fakes that it has not taken away, in words. */
  readonly fakes: readonly string[];
  /** What else than timers these have replaced, by name. */
  readonly alsoFaked: readonly string[];
  /** What else all code shares, and it has changed. */
  readonly changed: readonly string[];
}

/**
 * Runs a check on one subject. The lab's clock is its real time.
 *
 * @param task the test: vitest waits at its end for each `expect(…).rejects`, and a check that hangs must not hold that up
 */
export async function tryCheck<Subject>(
  check: Check<Subject>,
  make: () => Subject,
  vi: VitestFakes,
  task: { promises?: unknown[] } = {},
): Promise<Verdict> {
  const fakes: string[] = [];
  const alsoFaked: string[] = [];
  const real = { now: Date.now };
  // vitest keeps the timers that it finds when it is first asked: no fakes of somebody else's are to stand there.
  vi.isFakeTimers();
  const trace = await observeCheck(
    () => check(make()),
    () => {
      alsoFaked.push(...otherFakes());
      fakes.push(...takeAwayFakes(vi, real));
    },
  );
  task.promises?.splice(0);
  const { outcome, left } = trace;
  const ofLanguage = left.filter(({ kind }) => kind === 'world').map(({ what }) => what);
  const changed = [...ofLanguage, ...putBackWorld().map((name) => `a change of ${name}`)];
  forgetSpies(vi);
  putBackWorld();
  const error = outcome.kind === 'failed' ? outcome.error : undefined;
  return { kind: kindOf(trace), error, trace, fakes, alsoFaked, changed };
}

function kindOf({ outcome }: Trace): Verdict['kind'] {
  if (outcome.kind === 'returned') return 'passes';
  if (outcome.kind !== 'failed') return 'hangs';
  return isUntouched(outcome.error) ? 'untouched' : 'refuses';
}
