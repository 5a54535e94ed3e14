/** The pictures of examples that stand in lessons: blocks that begin with «text play 01/2». */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../../../course/home.ts';
import { foldersIn } from '../../../course/katas.ts';
import { glyphsFor } from '../../../text/glyphs.ts';
import { choose } from '../choose.ts';
import { play } from '../run.ts';
import { drawTimeline } from './timeline.ts';

/** In a lesson, a block is indented by two when it is shown. */
const WIDTH = 76;

const lessons = foldersIn(join(HOME, 'katas')).map((chapter) => ({
  chapter,
  text: readFileSync(join(HOME, 'katas', chapter, 'README.md'), 'utf8').replaceAll('\r\n', '\n'),
}));

const blocks = lessons.flatMap(({ chapter, text }) =>
  [...text.matchAll(/^```text play (?<name>\S+)\n(?<drawn>[\s\S]*?)^```$/gm)].map(({ groups }) => ({
    chapter,
    name: groups?.name ?? '',
    drawn: groups?.drawn ?? '',
  })),
);

test.each(blocks)(
  'the picture of $name in $chapter is the one that play draws',
  async ({ name, drawn }) => {
    const chosen = choose(HOME, name);
    if (chosen.kind !== 'program') throw new Error(`${name} is no example`);
    const { played } = await play(chosen.program);
    expect(drawn).toBe(`${drawTimeline(played, glyphsFor(true), WIDTH)}\n`);
  },
);

const typed = lessons.flatMap(({ chapter, text }) =>
  [...text.matchAll(/npm run play (?<name>[^\s`]+)/g)].map(({ groups }) => ({
    chapter,
    name: groups?.name ?? '',
  })),
);

test('every example that a lesson names is there, and every chapter with katas names some', () => {
  for (const { name } of typed) expect(() => choose(HOME, name), name).not.toThrow();
  expect(new Set(typed.map(({ chapter }) => chapter)).size).toBe(lessons.length - 1);
});
