import type { Kata } from '../../course/katas.ts';
import { standingOf } from '../../judging/standing.ts';
import { StoodBefore } from '../../judging/stood-before.ts';
import { drawColumns } from '../../lab/picture/columns.ts';
import { drawText } from '../../lab/picture/text.ts';
import type { LabMeta } from '../../lab/test.ts';
import { collect } from '../../runner/collect.ts';
import { glyphsFor } from '../../text/glyphs.ts';
import { breakLine } from '../../text/layout.ts';
import type { Style } from '../../text/style.ts';

export interface Runs {
  /** Whether the learner's file passes every test. */
  readonly isDone: boolean;
  /** The same scenario, run with both; undefined when no scenario of the spec has a timeline. */
  readonly timelines: { title: string; yours: string; reference: string } | undefined;
}

/** Runs a kata's spec on the learner's file and on the reference. */
export async function runBoth(root: string, kata: Kata, style: Style): Promise<Runs> {
  const { modules } = await collect('subjects', root, [kata.stub, kata.reference], {
    lab: { pictures: 'all' },
  });
  new StoodBefore(root).forget([standingOf(kata, modules.get(kata.stub))]);
  const draw = ({ picture, interleavings = [] }: LabMeta) => {
    if (picture) return drawText([['', picture]], glyphsFor(style.unicode), style.width);
    const drawn = interleavings.map(
      ([title, steps]) =>
        `${breakLine(`  ${title}`, style.width, '  ')}\n\n${drawColumns(steps, style.width)}`,
    );
    return drawn.join('\n\n');
  };
  const testsOf = (file: string) =>
    [...(modules.get(file)?.children.allTests() ?? [])].map((test) => ({
      title: test.fullName,
      passed: test.result().state === 'passed',
      picture: draw(test.meta().lab ?? {}),
    }));
  const yours = testsOf(kata.stub);
  const pairs = testsOf(kata.reference).flatMap(({ title, picture: reference }) => {
    const own = yours.find((test) => test.title === title)?.picture;
    return own && reference ? [{ title, yours: own, reference }] : [];
  });
  return {
    isDone: yours.length > 0 && yours.every(({ passed }) => passed),
    // Where they differ there is more to see.
    timelines: pairs.find((pair) => pair.yours !== pair.reference) ?? pairs[0],
  };
}
