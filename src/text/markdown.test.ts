import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';
import { styleFor } from './style.ts';

const LESSON = `## 1-both

A [lesson](somewhere.md) has _emphasis_, names_with_underscores and \`code_with_some\` in sentences that are
longer than a line.

1. The first point goes on and on, so that it does not fit into one line, and its second line
   is indented.
2. **The second** one.
   - A point below a point, which is too long for a line as well when everything is said.

| To give way with                | costs      | lets in timers and requests                                |
| ------------------------------- | ---------- | ---------------------------------------------------------- |
| \`await null\`                    | 0.1 µs     | no                                                         |
| \`a | b\`                         |            | yes, with a new \`MessageChannel\` each time                 |

**Python** has no \`then\`.

\`\`\`text timeline
    a ━━━━━
      0   10 ms
\`\`\`
`;

test('a lesson as a page of 80 columns', () => {
  expect(renderMarkdown(LESSON, styleFor(false, true))).toMatchInlineSnapshot(`
    "  1-both

      A lesson has emphasis, names_with_underscores and \`code_with_some\` in
      sentences that are longer than a line.

      1. The first point goes on and on, so that it does not fit into one line,
         and its second line is indented.
      2. THE SECOND one.
         - A point below a point, which is too long for a line as well when
           everything is said.

      To give way with  costs   lets in timers and requests
      ────────────────  ──────  ──────────────────────────────────────────
      \`await null\`      0.1 µs  no
      \`a | b\`                   yes, with a new \`MessageChannel\` each time

      PYTHON has no \`then\`.

        a ━━━━━
          0   10 ms"
  `);
});

test('a lesson as a page of 50 columns', () => {
  expect(renderMarkdown(LESSON, styleFor(false, true, 50))).toMatchInlineSnapshot(`
    "  1-both

      A lesson has emphasis, names_with_underscores
      and \`code_with_some\` in sentences that are
      longer than a line.

      1. The first point goes on and on, so that it
         does not fit into one line, and its second
         line is indented.
      2. THE SECOND one.
         - A point below a point, which is too long
           for a line as well when everything is
           said.

      To give way with  costs   lets in timers and
                                requests
      ────────────────  ──────  ────────────────────
      \`await null\`      0.1 µs  no
      \`a | b\`                   yes, with a new
                                \`MessageChannel\`
                                each time

      PYTHON has no \`then\`.

        a ━━━━━
          0   10 ms"
  `);
});

test('colours take no room, and none is left open at the end of a line', () => {
  const [plain, painted] = [false, true].map((colours) =>
    renderMarkdown('**Python** `of the code` is _plain_ text', styleFor(colours, true, 40)),
  );
  expect(plain).toBe('  PYTHON `of the code` is plain text');
  expect(painted?.replaceAll('\x1b', '^')).toMatchInlineSnapshot(
    `"  ^[1mPython^[22m ^[36mof the code^[39m is plain text"`,
  );
});

test('a table that is too narrow for its words is a list', () => {
  const table =
    '| Name | What it costs |\n| --- | --- |\n| `someVeryLongNameOfAFunction` | a lot of time |\n| `b` | a | \n';
  expect(renderMarkdown(table, styleFor(false, true, 40))).toMatchInlineSnapshot(`
    "  Name: \`someVeryLongNameOfAFunction\`
      What it costs: a lot of time

      Name: \`b\`
      What it costs: a"
  `);
});

test('bold with code in it is bold around the code', () => {
  const question = '**The question `value === undefined`.** No. **By `break`.**';
  expect(renderMarkdown(question, styleFor(false, true))).toBe(
    '  THE QUESTION `value === undefined`. No. By `break`.',
  );
});
