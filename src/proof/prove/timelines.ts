import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Kata } from '../../course/katas.ts';
import { lessonFile, sectionOf } from '../../course/lesson.ts';
import type { SubjectResult } from '../../judging/run-subjects.ts';
import { drawText } from '../../lab/picture/text.ts';
import { glyphsFor } from '../../text/glyphs.ts';

/** In a kata's section of the lesson, the block that holds the timeline of the reference. */
const BLOCK = /^```text timeline\n(?<drawn>[\s\S]*?)^```$/m;

/**
 * Holds the timelines in the lessons against what the references really do: the first run of the first
 * test that is observed.
 *
 * @param write mends the lessons, and leaves nothing to complain about
 */
export function checkTimelines(
  root: string,
  katas: readonly Kata[],
  results: ReadonlyMap<string, SubjectResult>,
  write: boolean,
): string[] {
  const problems: string[] = [];
  for (const kata of katas) {
    const file = lessonFile(root, kata);
    const lesson = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
    const section = sectionOf(lesson, kata.name);
    if (section === undefined) {
      problems.push(`${kata.id}: the lesson has no section «## ${kata.name}».`);
      continue;
    }
    const first = results.get(kata.reference)?.tests.find((test) => test.picture)?.picture;
    // A lesson must not depend on the terminal of the author.
    const picture = first ? drawText([['', first]], glyphsFor(true)) : '';
    const drawn = BLOCK.exec(section)?.groups?.drawn;
    if (drawn === undefined || drawn === `${picture}\n`) continue;
    const mended = section.replace(BLOCK, () => `\`\`\`text timeline\n${picture}\n\`\`\``);
    if (write)
      writeFileSync(
        file,
        lesson.replace(section, () => mended),
      );
    else
      problems.push(
        `${kata.id}: the timeline in its lesson is not what the reference does. Redraw it with npm run prove -- --write.`,
      );
  }
  return problems;
}
