import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { faultsIn } from './kinds.ts';
import { createCourse } from './miniature.ts';

const PAGE = `# How a spec is fooled

## The kinds

### Polling

It asks again and again.

### Late

It is late.

## The katas

### 01-a

|         | 1-b              | 2-c   |
| ------- | ---------------- | ----- |
| Polling | \`polls\`, \`asks\` | – a   |
| Late    | \`late\`           | \`late\` |

- a: No work takes any time.
`;

/** What is told of a page for a course of two katas. */
function told(page: string, more: Record<string, string> = {}): string[] {
  const { root, remove } = createCourse({
    'katas/01-a/1-b.spec.ts': '',
    'katas/01-a/2-c.spec.ts': '',
    'solutions/01-a/1-b/wrong-polls.ts': '',
    'solutions/01-a/1-b/wrong-asks.ts': '',
    'solutions/01-a/1-b/wrong-late.ts': '',
    'solutions/01-a/2-c/wrong-late.ts': '',
    ...more,
  });
  try {
    return faultsIn(page, root);
  } finally {
    remove();
  }
}

test('each kata is held against each kind of mistake', () => {
  expect(faultsIn(readFileSync(join(HOME, 'docs', 'kinds.md'), 'utf8'), HOME)).toEqual([]);
});

test('a page that says something of every kata and kind has no fault', () => {
  expect(told(PAGE)).toEqual([]);
});

test('a new kata needs a column, and a new chapter a table', () => {
  const more = { 'katas/01-a/3-d.spec.ts': '', 'katas/02-e/1-f.spec.ts': '' };
  expect(told(PAGE, more)).toEqual([
    'docs/kinds.md: Add a column for 01-a/3-d, and fill it for each kind. Name a wrong attempt (`polls`), or write “– a” and the reason below the table.',
    'docs/kinds.md: Add a table for 02-e, with a row for each kind. Name a wrong attempt (`polls`), or write “– a” and the reason below the table.',
  ]);
});

test('a new kind needs a row, and a row a section', () => {
  expect(told(PAGE.replace('### Late', '### Too late'))).toEqual([
    'docs/kinds.md: The table for 01-a has no row for “Too late”.',
    'docs/kinds.md: “Late” has a row for 01-a, and no section of its own.',
  ]);
});

test('a cell names attempts that exist, or has a reason', () => {
  const page = PAGE.replace('`asks`', '`asked`')
    .replace('– a ', '– b ')
    .replace('| `late`           | `late` |', '| noticed          |        |');
  expect(told(page)).toEqual([
    'docs/kinds.md: 01-a/1-b, “Polling”: There is no solutions/01-a/1-b/wrong-asked.ts.',
    'docs/kinds.md: 01-a/2-c, “Polling”: “– b” has no reason below the table.',
    'docs/kinds.md: 01-a/1-b, “Late”: “noticed” says nothing. Name a wrong attempt (`polls`), or write “– a” and the reason below the table.',
    'docs/kinds.md: 01-a/2-c, “Late”: The cell is empty. Name a wrong attempt (`polls`), or write “– a” and the reason below the table.',
    'docs/kinds.md: No cell for 01-a has the reason “a”.',
  ]);
});

test('a kata that is gone has no column, and a chapter that is gone has no table', () => {
  expect(told(PAGE.replace('### 01-a', '### 00-z\n\n### 01-a').replace('2-c ', '9-y '))).toEqual([
    'docs/kinds.md: Add a column for 01-a/2-c, and fill it for each kind. Name a wrong attempt (`polls`), or write “– a” and the reason below the table.',
    'docs/kinds.md: 01-a/9-y has a column, and is no kata.',
    'docs/kinds.md: No cell for 01-a has the reason “a”.',
    'docs/kinds.md: The table for 00-z has no row for “Polling”.',
    'docs/kinds.md: The table for 00-z has no row for “Late”.',
  ]);
});
