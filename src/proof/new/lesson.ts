/** The section of a new kata in its chapter's lesson, and the lesson of a new chapter. */
import { title } from '../../course/katas.ts';
import type { NewKata } from './name.ts';

const section = (name: string) => `## ${name}

An example to replace: the story, in a few sentences, with the cook where the cook helps. What is to be
written, and who wants it?

\`\`\`text timeline
    a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    b ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      0                            20             30 ms
\`\`\`

What is to be seen in the picture, and what people take it for.

**Python** What asyncio calls it, and where JavaScript differs.

**For real work** What Node or npm has for it.

**Not here** What is out of scope, and which kata has it.

<details><summary>Hint 1: a question</summary>

Which moment matters, and which code is running at that moment?

</details>
<details><summary>Hint 2: where to look</summary>

The line, or the fact about a function, on which it turns.

</details>
<details><summary>Hint 3: the idea</summary>

The way to do it, in words. Never the code.

</details>
`;

const chapterLesson = ({ chapter, name }: NewKata) => `# ${title(chapter)}

An example to replace: what the chapter is about, in a sentence.

The picture to keep: what one should see with closed eyes after it.

${section(name)}
## What you know now

- An example to replace: what is known now, a line each.

Next, the chapter that follows, and why.
`;

/**
 * The lesson with the kata's section in its place, by number, and before what is no kata's.
 *
 * @param lesson undefined for a chapter that has none yet
 */
export function withSection(lesson: string | undefined, kata: NewKata): string {
  if (lesson === undefined) return chapterLesson(kata);
  const number = Number.parseInt(kata.name, 10);
  const next = [...lesson.matchAll(/^## (.+)$/gm)].find(([, heading = '']) => {
    const other = Number.parseInt(heading, 10);
    return Number.isNaN(other) || other > number;
  });
  const at = next?.index ?? lesson.length;
  const before = `${lesson.slice(0, at).trimEnd()}\n\n`;
  return `${before}${section(kata.name)}${next ? `\n${lesson.slice(at)}` : ''}`;
}
