/** Watch mode in a real terminal, as a person meets it: type, save, look. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createCourse,
  DONE,
  FAILING,
  runCommand,
  specOf,
  UNTOUCHED,
  writeFiles,
} from '../../testing/miniature.ts';
import { hasTmux, NO_TMUX, openTerminal, type Terminal } from '../../testing/terminal.ts';

const FIRST = 'katas/01-first/1-both.ts';
const LESSON = `# 01 First

## 1-both

Begin here.${Array.from({ length: 30 }, (_, i) => `\n\nParagraph ${i + 1}.`).join('')}

<details><summary>Hint 1: a question</summary>

When?

</details>
<details><summary>Hint 2: where to look</summary>

There.

</details>
`;

const PATIENCE = { timeout: 15_000, interval: 100 };

const ENDLESS = 'export const both = () => { for (;;); };\n';

let course: ReturnType<typeof createCourse>;
let terminal: Terminal;

beforeEach(() => {
  course = createCourse({
    'katas/01-first/README.md': LESSON,
    'katas/01-first/1-both.spec.ts': specOf('1-both'),
    [FIRST]: UNTOUCHED,
    'katas/01-first/2-again.spec.ts': specOf('2-again'),
    'katas/01-first/2-again.ts': UNTOUCHED,
    'solutions/01-first/1-both.ts': DONE,
  });
});

afterEach(() => {
  terminal?.close();
  course.remove();
});

const save = (text: string) => writeFiles(course.root, { [FIRST]: text });

async function watch(columns: number, rows: number, until = 'waiting'): Promise<string> {
  terminal = openTerminal([columns, rows], course.root, 'tutor/test', '--watch');
  return terminal.seen(until);
}

if (!hasTmux) console.warn(NO_TMUX);

describe.skipIf(!hasTmux)('in a real terminal', () => {
  test('80×24: from the first page to the second kata, and out', async () => {
    expect(await watch(80, 24)).toMatchInlineSnapshot(`
      "
        ────────────────────────────────────────  0 of 2 katas done

        01 First  ──────────  0 of 2  · ·

        1-both  katas/01-first/1-both.ts  0 of 2 tests pass
        ✗ runs both at the same time
        ✗ gives both results

        You have not written anything here yet, so every test fails.
        Open katas/01-first/1-both.ts and replace its TODO with your code.

        spec     katas/01-first/1-both.spec.ts:9
        read     press l, or npm run lesson 1-both
        stuck?   press i, or npm run hint 1-both
        waiting  for a save; n for the next kata, h for help, q to quit"
    `);
    save(DONE);
    expect(await terminal.seen('1-both is done')).toMatchInlineSnapshot(`
      "
        ✓ 1-both is done.

        ━━━━━━━━━━━━━━━━━━━━────────────────────  1 of 2 katas done

        01 First  ━━━━━─────  1 of 2  ✓ ·

        compare  press d, or npm run compare 1-both
        next     press n for 2-again
        waiting  for a save; h for help, q to quit"
    `);
    terminal.press('n');
    expect(await terminal.seen('2-again.ts')).toMatchInlineSnapshot(`
      "
        2-again  katas/01-first/2-again.ts  0 of 2 tests pass
        ✗ runs both at the same time
        ✗ gives both results

        You have not written anything here yet, so every test fails.
        Open katas/01-first/2-again.ts and replace its TODO with your code.

        spec     katas/01-first/2-again.spec.ts:9
        read     press l, or npm run lesson 2-again
        stuck?   press i, or npm run hint 2-again
        waiting  for a save; n for the next kata, h for help, q to quit"
    `);
    terminal.press('n');
    expect(await terminal.seen('2-again.ts')).toContain('2-again');
    terminal.press('b');
    await terminal.seen('1-both.ts');
    terminal.press('q');
    expect(await terminal.left()).toBe(0);
  });

  test('80×24: what has not changed since the last run is run when somebody goes there, or saves it', async () => {
    const third = 'katas/01-first/3-more.ts';
    writeFiles(course.root, {
      'katas/01-first/3-more.spec.ts': specOf('3-more'),
      [third]: UNTOUCHED,
    });
    await runCommand(course.root, 'tutor/test');
    expect(await watch(80, 24)).toContain(
      '2 katas that you have not started were not run. To run all: press a',
    );
    terminal.press('n');
    await terminal.seen('2-again.ts  0 of 2 tests pass');
    writeFiles(course.root, { [third]: DONE });
    expect(await terminal.seen('3-more is done')).toMatchInlineSnapshot(`
      "
        ✓ 3-more is done.

        ━━━━━━━━━━━━━───────────────────────────  1 of 3 katas done

        01 First  ━━━───────  1 of 3  · · ✓

        compare  press d, or npm run compare 3-more
        next     press n for 1-both
        waiting  for a save; h for help, q to quit"
    `);
    terminal.press('q');
    expect(await terminal.left()).toBe(0);
    // The save was kept, too.
    expect(await watch(80, 24)).toContain('2 unchanged katas were not run. To run all: press a');
    terminal.press('a');
    await terminal.seen(/1 of 3 katas done\n\n.*· · ✓\n\n {2}1-both {2}/);
  });

  test('80×24: a save runs the katas whose answers import it, also those that stood before', async () => {
    writeFiles(course.root, {
      [FIRST]: DONE,
      'katas/01-first/2-again.ts': "export { both } from './1-both.ts';\n",
      'katas/01-first/3-more.spec.ts': specOf('3-more'),
      'katas/01-first/3-more.ts': UNTOUCHED,
    });
    await runCommand(course.root, 'tutor/test');
    expect(await watch(80, 24)).toContain('2 of 3 katas done');
    save(FAILING);
    await terminal.seen('1-both.ts  1 of 2 tests pass');
    terminal.press('n');
    await terminal.seen('2-again.ts  1 of 2 tests pass');
    save(DONE);
    await terminal.seen('✓ 1-both is done.');
    expect(terminal.screen()).not.toContain('2-again is done');
    writeFiles(course.root, {
      'katas/01-first/2-again.ts':
        "import * as first from './1-both.ts';\nexport const both = (a, b) => first.more?.() ?? first.both(a, b);\n",
    });
    await terminal.seen('✓ 2-again is done.');
    save(`${DONE}export const more = () => 1;\n`);
    await terminal.seen(
      /1-both is done[\s\S]*2-again imports 1-both, which was saved:[\s\S]*2-again.ts {2}0 of 2/,
    );
  });

  test('80×24: a lesson from its top, hints, the keys, a name that is none', async () => {
    await watch(80, 24);
    terminal.press('l');
    expect(await terminal.seen('Begin here')).toMatchInlineSnapshot(`
      "
        1-both

        Begin here.

        Paragraph 1.

        Paragraph 2.

        Paragraph 3.

        Paragraph 4.

        Paragraph 5.

        Paragraph 6.

        Paragraph 7.

        Paragraph 8.

        Paragraph 9.
        … press space for the rest"
    `);
    terminal.press('Space');
    expect(await terminal.seen('Paragraph 12')).not.toContain('Begin here');
    terminal.press('Up');
    expect(await terminal.seen('Begin here')).not.toContain('Paragraph 12');
    terminal.press('Up', 'Space');
    expect(await terminal.seen('Paragraph 12')).not.toContain('Begin here');
    terminal.press('i');
    expect(await terminal.seen('hint 1')).toMatchInlineSnapshot(`
      "
        1-both, hint 1: a question

        When?

        1 more: press i

        enter  back to the kata"
    `);
    terminal.press('i');
    expect(await terminal.seen('hint 2')).toContain('That was the last one. See also: press l');
    terminal.press('h');
    expect(await terminal.seen('reference')).toMatchInlineSnapshot(`
      "
        l      the lesson of this kata
        i      the next hint for it
        d      your code beside the reference
        o      stub and spec in your editor
        r      twice: the stub again; your code is kept in a copy
        n      to the next kata that is not done
        b      back to the kata before this one
        k      to a kata that you choose
        enter  this kata again, after another page
        space  the rest of a page that is too long
        up     what was above it
        a      runs everything again
        h      these keys
        q      quits

        enter  back to the kata"
    `);
    terminal.press('k');
    await terminal.seen('Which kata');
    terminal.press('z', 'z', 'z', 'Enter');
    // It asks again; neither Ctrl-Z nor half an answer stays.
    await terminal.seen(/No kata is called zzz[\s\S]*Which kata/);
    terminal.press('C-z', 'z', 'Escape');
    await vi.waitUntil(() => !terminal.screen().includes('Which kata'), PATIENCE);
    terminal.press('Enter');
    await terminal.seen('1-both.ts');
    terminal.press('k');
    await terminal.seen('Which kata');
    terminal.press('a', 'g', 'a', 'i', 'n', 'Enter');
    await terminal.seen('2-again.ts');
  });

  test('80×24: a page that comes while a question is open is drawn after it', async () => {
    await watch(80, 24);
    terminal.press('k');
    await terminal.seen('Which kata');
    save(DONE);
    await wait(2000);
    expect(terminal.screen()).toContain('Which kata');
    terminal.press('Enter');
    await terminal.seen('1-both is done');
    terminal.press('n');
    await terminal.seen('2-again.ts  0 of 2 tests pass');
  });

  test('80×24: the end of the course is a page like any other', async () => {
    writeFiles(course.root, { 'katas/01-first/2-again.ts': DONE });
    await watch(80, 24);
    save(DONE);
    await terminal.seen(/All tests passed again[\s\S]*press space for the rest/);
    terminal.press('Space');
    await terminal.seen(/press space for the rest, up/);
    terminal.press('Space');
    await terminal.seen(/how to write a kata[\s\S]*waiting {2}for a save; h for help, q to quit/);
    terminal.press('q');
    expect(await terminal.left()).toBe(0);
    expect(await watch(80, 24)).toMatchInlineSnapshot(`
      "
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  2 of 2 katas done

        01 First  ━━━━━━━━━━  2 of 2  ✓ ✓

        1 unchanged kata was not run. To run all: press a

        ✓ All tests of all katas pass.

        waiting  for a save; h for help, q to quit"
    `);
  });

  test('80×12: the sentence of a failure comes first', async () => {
    save(FAILING);
    expect(await watch(80, 12, 'press space')).toMatchInlineSnapshot(`
      "
        1-both  katas/01-first/1-both.ts  1 of 2 tests pass

        runs both at the same time

        It took 40 ms; expected 30 ms.

        That is the sum of all work: one piece ran after another. Was 'a' awaited
        before 'b' was called? Start both first, then await them.

        … press space for the rest"
    `);
    terminal.press('Space');
    expect(await terminal.seen('press up')).toMatchInlineSnapshot(`
      "    yours     a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                    b                                  ━━━━━━━━━━━
                      0                                30         40 ms

          to reach  a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                    b ━━━━━━━━━━━
                      0          10                    30 ms

        waiting for a save; press l lesson, i hint, n next, h help, q quit

        … press up for what is above"
    `);
    terminal.resize(120, 50);
    expect(await terminal.seen('katas done')).toContain('to reach');
  });

  test('120×50: all of a page', async () => {
    save(FAILING);
    expect(await watch(120, 50)).toMatchInlineSnapshot(`
      "
        ────────────────────────────────────────  0 of 2 katas done

        01 First  ──────────  0 of 2  ✗ ·

        1-both  katas/01-first/1-both.ts  1 of 2 tests pass
        ✗ runs both at the same time
        ✓ gives both results

        runs both at the same time

        It took 40 ms; expected 30 ms.

        That is the sum of all work: one piece ran after another. Was 'a' awaited
        before 'b' was called? Start both first, then await them.

          yours     a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                    b                                  ━━━━━━━━━━━
                      0                                30         40 ms

          to reach  a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                    b ━━━━━━━━━━━
                      0          10                    30 ms

        spec     katas/01-first/1-both.spec.ts:9
        read     press l, or npm run lesson 1-both
        stuck?   press i, or npm run hint 1-both
        waiting  for a save; n for the next kata, h for help, q to quit"
    `);
  });

  test('q leaves also in the middle of an endless loop', async () => {
    await watch(80, 24);
    save(ENDLESS);
    await terminal.seen('running 1-both …');
    terminal.press('q');
    expect(await terminal.left()).toBe(0);
    expect(terminal.screen()).not.toContain('Node ended');
  });

  test('of a single kata, what comes next is run elsewhere', async () => {
    terminal = openTerminal([80, 24], course.root, 'tutor/test', '--watch', '1-both');
    await terminal.seen('waiting');
    save(DONE);
    expect(await terminal.seen('1-both is done')).toMatchInlineSnapshot(`
      "
        ✓ 1-both is done.

        compare  press d, or npm run compare 1-both
        others   q, then npm run watch
        waiting  for a save; h for help, q to quit"
    `);
    terminal.press('n');
    await terminal.seen('The other katas are not run here.');
  });

  test('Ctrl-Z gives the terminal back, and fg goes on', async () => {
    await watch(80, 24);
    terminal.press('C-z');
    await terminal.seen('Stopped');
    terminal.press('fg', 'Enter');
    await terminal.seen('waiting  for a save; n for');
    save(DONE);
    await terminal.seen('1-both is done');
    terminal.press('C-c');
    expect(await terminal.left()).toBe(130);
  });

  test('with --open, the editor follows', async () => {
    writeFiles(course.root, {
      'editor.mjs': `import { appendFileSync } from 'node:fs';
appendFileSync('opened', process.argv.slice(2).join(' ') + '\\n');
`,
    });
    const file = join(course.root, 'opened');
    const opened = () =>
      existsSync(file) ? readFileSync(file, 'utf8').replaceAll(course.root, '') : '';
    terminal = openTerminal([80, 24], course.root, 'tutor/test', '--watch', '--open');
    await vi.waitUntil(() => opened().includes('1-both'), PATIENCE);
    await terminal.seen('waiting');
    terminal.press('n');
    await terminal.seen('2-again.ts');
    await vi.waitUntil(() => opened().includes('2-again'), PATIENCE);
    const first = '/katas/01-first/1-both.ts /katas/01-first/1-both.spec.ts\n';
    terminal.press('b');
    await vi.waitUntil(() => opened().endsWith(first), PATIENCE);
    await terminal.seen('1-both.ts');
    terminal.press('o');
    await vi.waitUntil(() => opened().endsWith(first + first), PATIENCE);
  });

  test('r brings the stub back, and says where the copy is', async () => {
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'core.hooksPath=', ...args],
        {
          cwd: course.root,
          stdio: 'pipe',
        },
      );
    git('init', '-q');
    git('add', '-f', '.');
    git('commit', '-m', 'a course');
    await watch(80, 24);
    save(FAILING);
    await terminal.seen('It took 40 ms');
    terminal.press('r');
    await terminal.seen('Press r again');
    terminal.press('r');
    expect(await terminal.seen('is the stub again')).toContain(
      'Your version is kept in\n  .learn-async/saved/01-first/1-both/',
    );
    await terminal.seen('You have not written anything here yet');
  });

  test('a kata that comes under another name is run, without a new start', async () => {
    await watch(80, 24);
    for (const name of ['1-both.ts', '1-both.spec.ts'])
      rmSync(join(course.root, 'katas/01-first', name));
    writeFiles(course.root, {
      'katas/01-first/1-pair.spec.ts': specOf('1-pair'),
      'katas/01-first/1-pair.ts': DONE,
    });
    expect(await terminal.seen('1-pair is done')).toContain('1 of 2 katas done');
  });

  test('a save of what all verdicts rest on is told, and what takes it in', async () => {
    writeFiles(course.root, { 'src/lab/time/clock.ts': '' });
    await watch(80, 24);
    writeFiles(course.root, { 'src/lab/time/clock.ts': 'export {};\n' });
    expect(await terminal.seen('clock.ts')).toContain(
      `  src/lab/time/clock.ts was saved, and all verdicts rest on it. This watch goes
    on with the old one. Leave with q, then type npm run watch: that runs all
    katas again.`,
    );
  });

  test('a helper that is deleted is missed', async () => {
    writeFiles(course.root, { 'katas/01-first/help.ts': DONE });
    save("export { both } from './help.ts';\n");
    await watch(80, 24);
    rmSync(join(course.root, 'katas/01-first/help.ts'));
    await terminal.seen('help.ts');
  });
});
