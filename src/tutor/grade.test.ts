import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOME } from '../course/home.ts';
import {
  createCourse,
  DONE,
  FATES,
  type Files,
  runCommand,
  specOf,
  writeFiles,
} from '../testing/miniature.ts';
import type { Grade } from './grade/page.ts';
import { fingerprint } from './grade/trust.ts';

const EASY = "import { test } from '#lab';\ntest('is there', () => {});\n";

type Folder = ReturnType<typeof createCourse>;
let folders: Folder[];

function folder(files: Files): Folder {
  const created = createCourse(files);
  folders.push(created);
  return created;
}

function git({ root }: Folder, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
}

const grade = ({ root }: Folder, ...args: string[]) => runCommand(root, 'tutor/grade', ...args);

async function gradeOf(course: Folder, ...args: string[]): Promise<Grade> {
  const { code, stdout } = await grade(course, ...args);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** What there is to tell of each kata, in a line or two. */
const brief = ({ katas }: Grade) =>
  katas.map(({ kata, status, points, max, problems }) =>
    [`${kata} ${status} ${points}/${max}`, ...problems].join('\n'),
  );

beforeEach(() => {
  folders = [];
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  for (const who of ['AUTHOR', 'COMMITTER']) {
    vi.stubEnv(`GIT_${who}_NAME`, 'a');
    vi.stubEnv(`GIT_${who}_EMAIL`, 'a@b');
  }
  // Nothing is said of the repository that the miniatures lie in.
  vi.stubEnv('GIT_CEILING_DIRECTORIES', dirname(folder({}).root));
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const { remove } of folders) remove();
});

test('there is a point for each test, and words for whatever cannot be run', async () => {
  const course = folder(FATES);
  const graded = await gradeOf(course);
  expect([graded.points, graded.max]).toEqual([3, 14]);
  expect(brief(graded)).toMatchInlineSnapshot(`
    [
      "01-fates/1-done done 2/2",
      "01-fates/2-failing failing 1/2",
      "01-fates/3-untouched untouched 0/2",
      "02-broken/1-syntax broken 0/2
    katas/02-broken/1-syntax.ts is not valid TypeScript, so none of it was run:

    Transform failed with 1 error:

    [PARSE_ERROR] Expected \`)\` but found \`EOF\`
       ╭─[ katas/02-broken/1-syntax.ts:1:22 ]
       │
     1 │ export const both = (
       │                      │ 
       │                      ╰─ \`)\` expected
    ───╯",
      "02-broken/2-no-export failing 0/2",
      "02-broken/3-gone missing 0/2
    katas/02-broken/3-gone.ts is missing.",
      "02-broken/4-throws broken 0/2
    katas/02-broken/4-throws.ts throws while it is being loaded, before any of its functions is called:

    boom

    Thrown at katas/02-broken/4-throws.ts:1",
    ]
  `);
  expect(graded.katas[3]?.tests.map(({ title, passed }) => [title, passed])).toEqual([
    ['runs both at the same time', false],
    ['gives both results', false],
  ]);
  expect(readdirSync(join(course.root, '.learn-async'))).toEqual([]);
});

test('one kata by its name: the JSON and nothing else, whatever its code prints', async () => {
  const course = folder({
    ...FATES,
    'katas/01-fates/2-failing.ts': `console.log('noise');\n${FATES['katas/01-fates/2-failing.ts']}`,
  });
  const { code, stdout } = await grade(course, 'failing');
  expect(stdout).toMatchInlineSnapshot(`
    "{
      "points": 1,
      "max": 2,
      "specs": null,
      "problems": [
        "Whether a spec was changed is not known, as there is nothing to compare it with. Grade from a copy of the course that is yours: npm run grade -- --work <folder>"
      ],
      "katas": [
        {
          "kata": "01-fates/2-failing",
          "status": "failing",
          "points": 1,
          "max": 2,
          "problems": [],
          "tests": [
            {
              "title": "runs both at the same time",
              "passed": false,
              "message": "It took 40 ms; expected 30 ms.\\n\\nThat is the sum of all work: one piece ran after another. Was 'a' awaited\\nbefore 'b' was called? Start both first, then await them.\\n\\n  yours     a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\\n            b                                  ━━━━━━━━━━━\\n              0                                30         40 ms\\n\\n  to reach  a ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\\n            b ━━━━━━━━━━━\\n              0          10                    30 ms"
            },
            {
              "title": "gives both results",
              "passed": true,
              "message": null
            }
          ]
        }
      ]
    }
    "
  `);
  expect(code).toBe(0);
});

test('the files are written, and the log has it in short', async () => {
  const course = folder(FATES);
  const args = [
    'done',
    'failing',
    'syntax',
    '--json',
    'out/grade.json',
    '--junit',
    'out/report.xml',
  ];
  const { code, stdout } = await grade(course, ...args);
  expect(stdout).toMatchInlineSnapshot(`
    "
      3 of 6 points

      ✓ 01-fates/1-done     2 of 2
      ✗ 01-fates/2-failing  1 of 2
      ✗ 02-broken/1-syntax  0 of 2  broken

      Whether a spec was changed is not known, as there is nothing to compare it
      with. Grade from a copy of the course that is yours: npm run grade -- --work
      <folder>

      katas/02-broken/1-syntax.ts is not valid TypeScript, so none of it was run:

      Transform failed with 1 error:

      [PARSE_ERROR] Expected \`)\` but found \`EOF\`
         ╭─[ katas/02-broken/1-syntax.ts:1:22 ]
         │
       1 │ export const both = (
         │                      │ 
         │                      ╰─ \`)\` expected
      ───╯

    "
  `);
  expect(code).toBe(0);
  const read = (name: string) => readFileSync(join(course.root, 'out', name), 'utf8');
  expect(JSON.parse(read('grade.json'))).toMatchObject({ points: 3, max: 6 });
  // Which spec is run first is vitest's business.
  const [head, ...suites] = read('report.xml').split(/(?=<testsuite )/);
  const report = [head, ...suites.sort()].flatMap(
    (part) => part?.match(/<(testsuites|testsuite|testcase|failure|error) [^>]*/g) ?? [],
  );
  expect(
    report.map((line) => line.replaceAll(/ (time|timestamp|hostname)="[^"]*"/g, '').slice(0, 110)),
  ).toMatchInlineSnapshot(`
    [
      "<testsuites name="learn-async" tests="6" failures="3" errors="0"",
      "<testsuite name="katas/01-fates/1-done.spec.ts" tests="2" failures="0" errors="0" skipped="0"",
      "<testcase classname="katas/01-fates/1-done.spec.ts" name="runs both at the same time"",
      "<testcase classname="katas/01-fates/1-done.spec.ts" name="gives both results"",
      "<testsuite name="katas/01-fates/2-failing.spec.ts" tests="2" failures="1" errors="0" skipped="0"",
      "<testcase classname="katas/01-fates/2-failing.spec.ts" name="runs both at the same time"",
      "<failure message="It took 40 ms; expected 30 ms.

    That is the sum of all work: one piece ran after another. Wa",
      "<testcase classname="katas/01-fates/2-failing.spec.ts" name="gives both results"",
      "<testsuite name="katas/02-broken/1-syntax.spec.ts" tests="2" failures="2" errors="0" skipped="0"",
      "<testcase classname="katas/02-broken/1-syntax.spec.ts" name="runs both at the same time"",
      "<failure message="It threw synchronously at 0 ms: katas/02-broken/1-syntax.ts is not valid
    TypeScript, so none",
      "<testcase classname="katas/02-broken/1-syntax.spec.ts" name="gives both results"",
      "<failure message="It threw synchronously at 0 ms: katas/02-broken/1-syntax.ts is not valid
    TypeScript, so none",
    ]
  `);
});

test("somebody else's work is graded with our own specs, and what differs is told", async () => {
  const files: Files = {
    'katas/01-fates/1-done.spec.ts': specOf('1-done'),
    'katas/01-fates/2-failing.spec.ts': specOf('2-failing'),
    'katas/01-fates/3-easy.spec.ts': specOf('3-easy'),
    'src/lab/law.ts': 'export const law = 1;\n',
  };
  const teacher = folder({ ...files, 'katas/01-fates/1-done.ts': 'the stub' });
  const pupil = folder({
    ...files,
    'katas/01-fates/1-done.spec.ts': specOf('1-done').replaceAll('\n', '\r\n'),
    'katas/01-fates/1-done.ts': "export { both } from '../own/both.ts';\n",
    'katas/own/both.ts': DONE,
    'katas/01-fates/2-failing.ts': FATES['katas/01-fates/2-failing.ts'] as string,
    'katas/01-fates/3-easy.spec.ts': EASY,
    'katas/01-fates/3-easy.ts': '',
    'katas/01-fates/4-more.spec.ts': EASY,
    'src/lab/law.ts': 'export const law = 2;\n',
  });
  rmSync(join(pupil.root, 'katas/01-fates/2-failing.spec.ts'));
  const graded = await gradeOf(teacher, '--work', pupil.root);
  expect({ ...graded, katas: brief(graded) }).toMatchInlineSnapshot(`
    {
      "katas": [
        "01-fates/1-done done 2/2",
        "01-fates/2-failing failing 1/2
    katas/01-fates/2-failing.spec.ts is missing; the original was run in its place.",
        "01-fates/3-easy failing 0/2
    katas/01-fates/3-easy.spec.ts was changed; the original was run in its place.",
      ],
      "max": 6,
      "points": 3,
      "problems": [
        "katas/01-fates/4-more.spec.ts is not of the course, and was not run.",
        "The course's own code was changed, and is not what has graded: src/lab/law.ts.",
      ],
      "specs": "those of the course that grades",
    }
  `);
  // Answers and nothing else are a hand-in as well.
  const answers = folder({ 'katas/01-fates/1-done.ts': DONE });
  const handedIn = await gradeOf(teacher, '--work', answers.root);
  expect({ ...handedIn, katas: brief(handedIn) }).toMatchInlineSnapshot(`
    {
      "katas": [
        "01-fates/1-done done 2/2",
        "01-fates/2-failing missing 0/2
    katas/01-fates/2-failing.ts is missing.",
        "01-fates/3-easy missing 0/2
    katas/01-fates/3-easy.ts is missing.",
      ],
      "max": 6,
      "points": 2,
      "problems": [],
      "specs": "those of the course that grades",
    }
  `);
});

test('our own work is held against the version that it is built on', async () => {
  const published = folder({
    '.gitignore': '.learn-async/\n',
    'katas/01-fates/1-done.spec.ts': specOf('1-done'),
    'katas/01-fates/1-done.ts': 'the stub',
    'src/lab/law.ts': 'export const law = 1;\n',
  });
  git(published, '-c', 'init.defaultBranch=main', 'init', '-q');
  git(published, 'add', '.');
  git(published, 'commit', '-qm', 'a version');
  const own = folder({});
  git(own, 'clone', '-q', published.root, '.');
  // Published since, and not yet here.
  writeFiles(published.root, { 'src/lab/law.ts': 'export const law = 3;\n' });
  git(published, 'commit', '-qam', 'a version');
  git(own, 'fetch', '-q');
  writeFiles(own.root, { 'katas/01-fates/1-done.ts': DONE });
  expect((await gradeOf(own)).problems).toEqual([]);
  writeFiles(own.root, { 'katas/01-fates/1-done.spec.ts': EASY, 'src/lab/law.ts': '' });
  git(own, 'commit', '-qam', 'easier');
  const graded = await gradeOf(own);
  expect({
    ...graded,
    specs: graded.specs?.replace(/\w{10}$/, '<commit>'),
    katas: brief(graded).map((line) => line.replace(/\w{10}\.$/, '<commit>.')),
  }).toMatchInlineSnapshot(`
    {
      "katas": [
        "01-fates/1-done done 2/2
    katas/01-fates/1-done.spec.ts was changed; the original was run in its place.",
      ],
      "max": 2,
      "points": 2,
      "problems": [
        "The course's own code was changed, and it is what has graded here, so do not rely on this grade: src/lab/law.ts.",
      ],
      "specs": "those of the published version, <commit>",
    }
  `);
});

test('a fingerprint is the one that git has', () => {
  const course = folder({ 'a.ts': 'ä\nb\n' });
  git(course, 'init', '-q');
  expect(fingerprint(Buffer.from('ä\r\nb\r\n'))).toBe(git(course, 'hash-object', 'a.ts'));
  const noText = Buffer.from([0xff, 0xfe, 0, 0xc3]);
  writeFileSync(join(course.root, 'b.ts'), noText);
  expect(fingerprint(noText)).toBe(git(course, 'hash-object', 'b.ts'));
});

test('misuse of npm run grade is told in a sentence', async () => {
  const course = folder(FATES);
  const told: Record<string, unknown> = {};
  for (const args of [['unduched'], ['--work', 'nowhere'], ['--json'], ['--fast']]) {
    const { code, stdout, stderr } = await grade(course, ...args);
    told[args.join(' ')] = stdout === '' && code === 2 ? stderr : { code, stdout, stderr };
  }
  const { stderr } = await grade(folder({}));
  expect({ ...told, 'no course': stderr }).toMatchInlineSnapshot(`
    {
      "--fast": "Unknown option '--fast': there are --work, --json, --junit and --help.
    ",
      "--json": "Option '--json <value>' argument missing: there are --work, --json, --junit and
    --help.
    ",
      "--work nowhere": "nowhere has no folder katas: it should be a copy of the course.
    ",
      "no course": "There is no kata here: run the command in the folder of the course.
    ",
      "unduched": "No kata is called unduched. Did you mean untouched?
    ",
    }
  `);
  expect(readdirSync(join(course.root, '.learn-async'))).toEqual([]);
});

/** Wrong answers that would have the specs say what they want; the test of each is in the hostile corpus. */
const DEFEATS: Files = Object.fromEntries(
  [
    'loading/matchers-replaced',
    'loading/test-replaced',
    'globals/matchers-replaced-later',
    'globals/vitest-deleted',
    'globals/map-fixed',
    'ends/exit-0',
    'loading/exit-while-loading',
  ].flatMap((path, i) => {
    const file = join(HOME, 'src', 'testing', 'hostile', `${path}.ts`);
    const name = `${i + 1}-${basename(path)}`;
    // What they do beside it may be right.
    const text = readFileSync(file, 'utf8').replaceAll('Promise.all([a(), b()])', "'wrong'");
    return [
      [`katas/01-defeats/${name}.spec.ts`, specOf(name)],
      [`katas/01-defeats/${name}.ts`, text],
    ];
  }),
);

test('an answer that replaces what judges it gets no point for that', async () => {
  const work = folder({
    ...DEFEATS,
    'katas/01-defeats/9-right.ts': DONE,
    'katas/01-defeats/9-right.spec.ts': specOf('9-right'),
  });
  expect(brief(await gradeOf(work)).map((lines) => lines.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "01-defeats/1-matchers-replaced broken 0/2",
      "01-defeats/2-test-replaced broken 0/2",
      "01-defeats/3-matchers-replaced-later failing 0/2",
      "01-defeats/4-vitest-deleted broken 0/2",
      "01-defeats/5-map-fixed broken 0/2",
      "01-defeats/6-exit-0 failing 0/2",
      "01-defeats/7-exit-while-loading broken 0/2",
      "01-defeats/9-right done 2/2",
    ]
  `);
});
