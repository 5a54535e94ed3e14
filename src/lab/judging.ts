import { expect, vi } from 'vitest';
import { layOut } from './laws/telling/tell.ts';
import { besides, type Titled } from './picture/picture.ts';
import { refuseToWait } from './run/checks/fakes.ts';
import { type Check, tryCheck, type Verdict } from './run/checks/verdict.ts';
import {
  sayHanging,
  sayLeftovers,
  sayRefusal,
  saySlippedThrough,
  sayUseless,
  sayWaiting,
} from './run/checks/words.ts';
import { currentTest } from './run/current-test.ts';
import { type LabOfRun, observe } from './run/observe.ts';
import { test } from './test.ts';
import type { Trace } from './trace/trace.ts';

/** Uses a subject, to be drawn: on the lab's own clock, where all of it is recorded. */
export type Scene<Subject> = (lab: LabOfRun, subject: Subject) => unknown;

export interface Judged<Subject> {
  /** Makes the plain right one, beside which a wrong one is drawn. */
  readonly right: () => Subject;
  readonly scene: Scene<Subject>;
}

refuseToWait('vi', vi, ['waitFor', 'waitUntil']);
refuseToWait('expect', expect, ['poll']);

/** Whatever a subject leaves is its own affair: the check is judged. */
const ANYTHING = ['timer', 'work', 'rejection', 'throw', 'listener'] as const;

/**
 * Makes the tests of a kata in which the learner writes the test. Subjects are made anew for each run: one that
 * remembers something would else depend on the order of the tests.
 *
 * @param check the learner's: resolves for every subject that keeps the contract, and rejects for every other
 */
export function judging<Subject>(check: Check<Subject>, { right, scene }: Judged<Subject>) {
  const subjects: [name: string, make: () => Subject][] = [['a right implementation', right]];
  const verdicts = new Map<() => Subject, Promise<Verdict>>();
  let endedByForce: Verdict | undefined;

  /** Each subject is tried once, whichever tests ask; and none any more when one had to be ended by force. */
  const verdictOf = async (make: () => Subject, task: { promises?: unknown[] }) => {
    if (endedByForce) return endedByForce;
    const known = verdicts.get(make) ?? tryCheck(check, make, vi, task);
    verdicts.set(make, known);
    const verdict = await known;
    if (verdict.trace.outcome.kind === 'stopped') endedByForce = verdict;
    return verdict;
  };

  const show = (make: () => Subject, play: Scene<Subject>) =>
    observe((lab) => play(lab, make()), { mayLeave: [...ANYTHING] });

  const add = (name: string, make: () => Subject) => {
    if (make !== right) subjects.push([name, make]);
  };

  return {
    /** One test: the check resolves for this one, which keeps the contract, in whatever shape. */
    accepts(shape: string, make: () => Subject): void {
      add(shape, make);
      test(`accepts ${shape}`, async ({ task }) => {
        await show(make, scene);
        const verdict = await verdictOf(make, task);
        if (verdict.kind !== 'passes') fail(sayRefusal(verdict, shape));
      });
    },

    /**
     * One test: the check rejects for this one, which breaks the contract; and resolves for what is right, without
     * which the other half would prove nothing.
     *
     * @param mistake as words after "should have noticed"
     * @param play where the mistake shows, if not in the scene of all
     */
    notices(mistake: string, make: () => Subject, play: Scene<Subject> = scene): void {
      add(`one with this mistake: ${mistake}`, make);
      test(`notices ${mistake}`, async ({ task }) => {
        const yours = await show(make, play);
        const plain = await verdictOf(right, task);
        if (plain.kind !== 'passes') fail(sayUseless(plain));
        const verdict = await verdictOf(make, task);
        if (verdict.kind === 'hangs') fail(sayHanging(verdict));
        if (verdict.kind === 'passes')
          fail(saySlippedThrough(mistake), besides(yours, await show(right, play)), yours);
      });
    },

    /** Two tests of what every check owes, whatever it judges. To be called last. */
    andInItself(): void {
      const ofEach = async (
        task: { promises?: unknown[] },
        judge: (verdict: Verdict, name: string, isRight: boolean) => readonly string[],
      ) => {
        const plain = await verdictOf(right, task);
        // One that always fails takes no time, and leaves nothing: that is no merit.
        if (plain.kind !== 'passes') fail(sayUseless(plain));
        for (const [name, make] of subjects) {
          const broken = judge(await verdictOf(make, task), name, make === right);
          if (broken.length > 0) fail(broken);
        }
      };
      test('takes no real time', ({ task }) => ofEach(task, sayWaiting));
      test('comes to an end, and leaves nothing behind, whether it resolves or rejects', ({
        task,
      }) =>
        ofEach(task, (verdict, name, isRight) =>
          verdict.kind === 'hangs'
            ? [...sayHanging(verdict), `Its subject here: ${name}.`]
            : sayLeftovers(verdict, name, isRight),
        ));
    },
  };
}

function fail(
  paragraphs: readonly string[],
  pictures: readonly Titled[] = [],
  trace?: Trace,
): never {
  const words = { paragraphs, lists: {}, pictures };
  const text = layOut(words);
  currentTest()?.blame(trace, words, text);
  const error = new Error(text);
  // It was made here, and no line of ours helps anybody.
  error.stack = '';
  throw error;
}
