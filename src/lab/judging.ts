import { expect, vi } from 'vitest';
import { layOut } from './laws/telling/tell.ts';
import { besides, type Titled } from './picture/picture.ts';
import { refuseInChecks } from './run/checks/fakes.ts';
import { type Check, tryCheck, type Verdict } from './run/checks/verdict.ts';
import { type Maker, made, verdictsOf } from './run/checks/verdicts.ts';
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
  readonly right: Maker<Subject>;
  /** The first of several that shows a mistake is the one that is drawn. */
  readonly scene: Scene<Subject> | readonly Scene<Subject>[];
  /** What to ask where the check rejects for a right one. */
  readonly ifRefused?: string;
}

/** Whatever a subject leaves is its own affair: the check is judged. */
const ANYTHING = ['timer', 'work', 'rejection', 'throw', 'listener'] as const;

/**
 * Makes the tests of a kata in which the learner writes the test. Each run gets a new subject: one that
 * remembers something would else depend on the order of the tests.
 *
 * @param check the learner's: resolves for every subject that keeps the contract, and rejects for every other
 */
export function judging<Subject>(
  check: Check<Subject>,
  { right, scene, ifRefused }: Judged<Subject>,
) {
  refuseInChecks(vi, expect);
  const scenes: readonly Scene<Subject>[] = [scene].flat();
  const [plainly] = scenes as [Scene<Subject>];
  const subjects: [name: string, make: Maker<Subject>][] = [['a right implementation', right]];
  const verdictOf = verdictsOf(right, (make, task) => tryCheck(check, make, vi, task));
  const rightOnes = new Map<Scene<Subject>, Promise<Trace>>();

  const show = async (make: Maker<Subject>, play: Scene<Subject>) => {
    const one = await made(make);
    return observe((lab) => play(lab, one()), { mayLeave: [...ANYTHING] });
  };

  /** Each scene of the right one is played once, beside whatever slips through. */
  const rightIn = (play: Scene<Subject>) => {
    const played = rightOnes.get(play) ?? show(right, play);
    rightOnes.set(play, played);
    return played;
  };

  const firstThatShows = async (make: Maker<Subject>, plays: readonly Scene<Subject>[]) => {
    for (const play of plays) {
      const trace = await show(make, play);
      const pictures = besides(trace, await rightIn(play));
      if (pictures.length > 0) return { pictures, trace };
    }
    return {};
  };

  const add = (name: string, make: Maker<Subject>) => {
    if (make !== right) subjects.push([name, make]);
  };

  return {
    /** One test: the check resolves for this one, which keeps the contract, in whatever shape. */
    accepts(shape: string, make: Maker<Subject>): void {
      add(shape, make);
      test(`accepts ${shape}`, async ({ task }) => {
        await show(make, plainly);
        const verdict = await verdictOf(make, task);
        if (verdict.kind !== 'passes') fail(sayRefusal(verdict, shape, ifRefused));
      });
    },

    /**
     * One test: the check rejects for this one, which breaks the contract; and resolves for what is right, without
     * which the other half would prove nothing.
     *
     * @param mistake as words after "should have noticed"
     * @param play where the mistake shows, if in none of the scenes for all
     */
    notices(mistake: string, make: Maker<Subject>, play?: Scene<Subject>): void {
      add(`one with this mistake: ${mistake}`, make);
      test(`notices ${mistake}`, async ({ task }) => {
        const plain = await verdictOf(right, task);
        if (plain.kind !== 'passes') fail(sayUseless(plain));
        // Who proves reads no pictures, and would wait for dozens of them.
        const shown = currentTest()?.isProof ? [] : play ? [play] : scenes;
        if (shown[0]) await show(make, shown[0]);
        const verdict = await verdictOf(make, task);
        if (verdict.kind === 'hangs') fail(sayHanging(verdict));
        if (verdict.kind !== 'passes') return;
        const { pictures, trace } = await firstThatShows(make, shown);
        fail(
          saySlippedThrough(verdict, mistake, typeof make === 'function' ? {} : make),
          pictures,
          trace,
        );
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
  trace?: Trace | undefined,
): never {
  const words = { paragraphs, lists: {}, pictures };
  const text = layOut(words);
  currentTest()?.blame(trace, words, text);
  const error = new Error(text);
  // It was made here, and no line of ours helps anybody.
  error.stack = '';
  throw error;
}
