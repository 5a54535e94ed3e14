import { execFileSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCourse, PROVEN, runCommandIn, UNTOUCHED, writeFiles } from '../testing/miniature.ts';

const LONG = 'words that go on and on '.repeat(8).trim();
const SPEC = 'katas/01-proof/1-both.spec.ts';
const STUB = 'katas/01-proof/1-both.ts';
const ATTEMPTS = 'solutions/01-proof/1-both';
const text = (file: string) => PROVEN[file] as string;

/** Prints what no terminal should get, and fails. */
const TALKS = `export async function both(a, b) {
  console.log('\\x1b[31mred\\x1b[39m, ünï → お, ${LONG}');
  const first = await a();
  return [first, await b()]; // … ${LONG}
}
`;

/** A course of which every text is too long and has signs that are not ASCII. */
const { root, remove } = createCourse({
  ...PROVEN,
  [SPEC]: text(SPEC).replace('gives both results', `gives both results … «${LONG}»`),
  [STUB]: UNTOUCHED,
  'katas/01-proof/README.md': `# 01 Proof …

${LONG} … 5 µs

## 1-both

**Story** ${LONG} … «so» \`code\`

1. ${LONG}

| one | two |
| --- | --- |
| ${LONG} | ${LONG} → |

<details><summary>Hint 1: a question</summary>

${LONG} …

</details>
`,
  'solutions/01-proof/1-both.ts': `export const both = (a, b) =>\n  Promise.all([a(), b()].map(/* ${LONG} … */ (promise) => promise));\n`,
  [`${ATTEMPTS}/right-handles.ts`]: `// … ${LONG}\n${text(`${ATTEMPTS}/right-handles.ts`)}`,
});
beforeAll(() => {
  const name = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'core.hooksPath='];
  for (const args of [
    ['init', '-q'],
    ['add', '-f', '.'],
    [...name, 'commit', '-q', '-m', 'a stub'],
  ])
    execFileSync('git', args, { cwd: root, stdio: 'pipe' });
});
afterAll(remove);

/** Without an editor `open` says something; none of the others asks for one. */
const NO_EDITOR = { VISUAL: '', EDITOR: '', PATH: '' };

const COMMANDS: [name: string, args: string[], environment?: Record<string, string>][] = [
  ['tutor/test', []],
  ['tutor/test', ['--help']],
  ['tutor/test', ['--solutions']],
  ['tutor/lesson', ['both']],
  ['tutor/lesson', ['01']],
  ['tutor/hint', ['both']],
  ['tutor/hint', ['nonsense']],
  ['tutor/progress', []],
  ['tutor/compare', ['both', 'anyway']],
  ['tutor/open', ['both'], NO_EDITOR],
  ['proof/prove', []],
  // The last one, for it takes the learner's code away.
  ['tutor/reset', ['both']],
];

/** A path, or what else is one word, is left whole. */
function linesWiderThan(width: number, page: string): string[] {
  return stripVTControlCharacters(page)
    .split('\n')
    .filter((line) => line.length > width && line.trim().includes(' '));
}

describe.each<[string, Record<string, string>, (page: string, command: string) => void]>([
  [
    'an ASCII terminal without colours',
    { LC_ALL: 'C' },
    (page) => {
      expect(page).not.toMatch(/[^\n -~]/);
      expect(linesWiderThan(80, page)).toEqual([]);
    },
  ],
  [
    'a narrow terminal with colours',
    { LC_ALL: 'C.UTF-8', FORCE_COLOR: '1', COLUMNS: '60' },
    // What is only for authors has 80 columns.
    (page, command) =>
      expect(linesWiderThan(command.startsWith('tutor/') ? 60 : 80, page)).toEqual([]),
  ],
])('%s gets nothing that it cannot show', (_name, terminal, check) => {
  beforeAll(() => writeFiles(root, { [STUB]: TALKS }));

  test.each(COMMANDS)('from %s %j', async (command, args, environment = {}) => {
    const ended = await runCommandIn({ ...terminal, ...environment }, root, command, ...args);
    const page = ended.stdout + ended.stderr;
    expect(page).not.toBe('');
    check(page, command);
  });
});
