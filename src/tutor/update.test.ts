/** With real git: somebody publishes a course, and a learner clones it, writes, and updates. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCourse, type Files, runCommand, specOf, writeFiles } from '../testing/miniature.ts';

const stubOf = (id: string, promise = 'Runs both.') => `/**
 * Does two things.
 *
 * - ${promise}
 */
export async function both(a, b) {
  // TODO: start both.
  throw new Error('TODO: write both() in katas/${id}.ts');
}
`;
const answerOf = (id: string) =>
  stubOf(id).replace(/ {2}\/\/ TODO[^}]*/, '  return Promise.all([a(), b()]);\n');

function kata(id: string, promise?: string): Files {
  const name = id.split('/')[1] as string;
  // Each spec says something that no other says.
  const spec = `${specOf(name)}\n// ${name.replace(/^\d+-/, '').repeat(20)}\n`;
  return { [`katas/${id}.spec.ts`]: spec, [`katas/${id}.ts`]: stubOf(id, promise) };
}

const FIRST: Files = {
  '.gitattributes': '* text=auto eol=lf\n',
  '.gitignore': '.learn-async/\n',
  'README.md': 'The course.\n',
  'package-lock.json': '1\n',
  ...kata('01-one/1-nap'),
  ...kata('01-one/2-walk'),
  ...kata('02-two/1-eat'),
  'solutions/01-one/1-nap.ts': answerOf('01-one/1-nap'),
};

type Folder = ReturnType<typeof createCourse>;
let published: Folder;
let learner: Folder;
let folders: Folder[];
/** The folder of the last copy, as the page named it. */
let copy: string;

function git(folder: Folder, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder.root, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function folder(files: Files = {}): Folder {
  const created = createCourse(files);
  folders.push(created);
  return created;
}

/** @param gone what the version no longer has */
function publish(files: Files, gone: string[] = []): void {
  for (const path of gone) rmSync(join(published.root, path));
  writeFiles(published.root, files);
  git(published, 'add', '.');
  git(published, 'commit', '-qm', 'a version');
}

/** Gives a kata another name or place, as an author would. */
function move(from: string, to: string): void {
  publish(kata(to), [`katas/${from}.ts`, `katas/${from}.spec.ts`]);
}

const write = (files: Files) => writeFiles(learner.root, files);
const commit = () => {
  git(learner, 'add', '-A');
  git(learner, 'commit', '-qm', 'mine');
};
const read = (path: string) => readFileSync(join(learner.root, path), 'utf8');
const has = (path: string) => existsSync(join(learner.root, path));

async function update(...args: string[]) {
  const { code, stdout, stderr } = await runCommand(learner.root, 'tutor/update', ...args);
  const posix = (text: string) => text.replaceAll('\\', '/');
  const plain = (text: string) =>
    posix(text)
      .replaceAll(posix(published.root), '<published>')
      .replaceAll(/ \S+miniature-\w+/g, ' <other>')
      .replaceAll(/\d{4}-\d\d-\d\dT.*?Z/g, '<time>');
  copy = /\.learn-async\/saved\/\S+/.exec(stdout)?.[0] ?? '';
  // How long a path is decides where a sentence is broken.
  const unbroken = stderr.replaceAll(/(?<=\S)\n(?=\S)/g, ' ');
  return { code, stdout: plain(stdout), stderr: plain(unbroken) };
}

beforeEach(() => {
  // A machine that knows nobody, and a learner who has set up nothing.
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  vi.stubEnv('GIT_CEILING_DIRECTORIES', '');
  for (const who of ['AUTHOR', 'COMMITTER']) {
    vi.stubEnv(`GIT_${who}_NAME`, 'a');
    vi.stubEnv(`GIT_${who}_EMAIL`, 'a@b');
  }
  folders = [];
  published = folder();
  learner = folder();
  vi.stubEnv('GIT_CEILING_DIRECTORIES', dirname(learner.root));
  git(published, '-c', 'init.defaultBranch=main', 'init', '-q');
  publish(FIRST);
  git(learner, 'clone', '-q', published.root, '.');
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const { remove } of folders) remove();
});

test('what is solved stays as it is, and all else is the new version', async () => {
  const answer = answerOf('01-one/1-nap');
  write({ 'katas/01-one/1-nap.ts': answer });
  publish({
    ...kata('01-one/1-nap', 'Runs both at the same time.'),
    'solutions/01-one/1-nap.ts': answer.replace('both.', 'both at the same time.'),
    ...kata('01-one/2-walk', 'Runs both at the same time.'),
    ...kata('02-two/2-drink'),
    'README.md': 'The better course.\n',
    'package-lock.json': '2\n',
  });
  expect(await update()).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      ✓ This is the new version of the course.
        Your answer is as you left it.

      The stub of 1-nap has changed; your file has not:
        /**
         * Does two things.
         *
      -  * - Runs both.
      +  * - Runs both at the same time.
         */
        export async function both(a, b) {
          // TODO: start both.
      ...
      npm run reset 01/1 brings the new stub, and keeps your file.

      New: 02-two/2-drink.

      A copy of everything that was yours:
      .learn-async/saved/update-<time>

      npm install  brings the packages that it needs now
      npm test     shows how far you are in it

    ",
    }
  `);
  expect(read('katas/01-one/1-nap.ts')).toBe(answer);
  expect(read('katas/01-one/2-walk.ts')).toBe(
    stubOf('01-one/2-walk', 'Runs both at the same time.'),
  );
  expect(read('README.md')).toBe('The better course.\n');
  expect(git(learner, 'status', '--short')).toBe('M katas/01-one/1-nap.ts');
  // As the page says.
  await runCommand(learner.root, 'tutor/reset', '1-nap');
  expect(read('katas/01-one/1-nap.ts')).toBe(stubOf('01-one/1-nap', 'Runs both at the same time.'));
  // What `npm run grade` takes for the published version is this one too.
  expect(git(learner, 'rev-parse', 'origin/HEAD')).toBe(git(published, 'rev-parse', 'HEAD'));
});

test('an answer is found where its kata is now', async () => {
  const [nap, walk, eat] = ['01-one/1-nap', '01-one/2-walk', '02-two/1-eat'].map(answerOf);
  write({
    'katas/01-one/1-nap.ts': nap as string,
    'katas/01-one/2-walk.ts': walk as string,
    'katas/02-two/1-eat.ts': eat as string,
  });
  move('01-one/1-nap', '01-one/3-nap');
  move('01-one/2-walk', '01-one/1-walk');
  move('01-one/1-walk', '03-three/1-walk');
  // Another name altogether; git sees that it is the same spec.
  const spec = FIRST['katas/02-two/1-eat.spec.ts'] as string;
  publish(
    {
      'katas/02-two/1-dine.spec.ts': spec.replace('1-eat', '1-dine'),
      'katas/02-two/1-dine.ts': stubOf('02-two/1-dine'),
    },
    ['katas/02-two/1-eat.ts', 'katas/02-two/1-eat.spec.ts'],
  );
  expect(await update()).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      ✓ This is the new version of the course.
        Your 3 answers are as you left them.

      01-one/1-nap is now katas/01-one/3-nap.ts
      01-one/2-walk is now katas/03-three/1-walk.ts
      02-two/1-eat is now katas/02-two/1-dine.ts

      A copy of everything that was yours:
      .learn-async/saved/update-<time>

      npm test     shows how far you are in it

    ",
    }
  `);
  expect(read('katas/01-one/3-nap.ts')).toBe(nap);
  expect(read('katas/03-three/1-walk.ts')).toBe(walk);
  expect(read('katas/02-two/1-dine.ts')).toBe(eat);
  expect(has('katas/01-one/1-nap.ts')).toBe(false);
});

test('committed work is in one history with the new version, and later work on top of it', async () => {
  write({
    'katas/01-one/1-nap.ts': answerOf('01-one/1-nap'),
    'katas/01-one/2-walk.ts': answerOf('01-one/2-walk'),
    'katas/notes.md': 'mine\n',
  });
  commit();
  const mine = git(learner, 'rev-parse', 'HEAD');
  const later = answerOf('01-one/1-nap').replace('return', 'return await');
  // One is changed once more, and the other begun anew.
  write({
    'katas/01-one/1-nap.ts': later,
    'katas/01-one/2-walk.ts': FIRST['katas/01-one/2-walk.ts'] as string,
  });
  move('01-one/1-nap', '01-one/3-nap');
  expect(await update()).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      ✓ This is the new version of the course.
        Your answer is as you left it.

      01-one/1-nap is now katas/01-one/3-nap.ts

      Your commits are merged with it.

      A copy of everything that was yours:
      .learn-async/saved/update-<time>

      npm test     shows how far you are in it

    ",
    }
  `);
  expect(read('katas/01-one/3-nap.ts')).toBe(later);
  expect(read('katas/notes.md')).toBe('mine\n');
  expect(git(learner, 'show', 'HEAD:katas/01-one/3-nap.ts')).toBe(answerOf('01-one/1-nap').trim());
  expect(read('katas/01-one/2-walk.ts')).toBe(stubOf('01-one/2-walk'));
  expect(git(learner, 'status', '--short')).toBe('M katas/01-one/3-nap.ts');
  expect(
    git(learner, 'rev-list', '--parents', '--max-count=1', 'HEAD').split(' ').slice(1),
  ).toEqual([mine, git(published, 'rev-parse', 'HEAD')]);
  expect((await update()).stdout).toMatchInlineSnapshot(`
    "
      You have the newest version of the course from
      <published>

    "
  `);
  // And once more from there.
  move('01-one/3-nap', '02-two/3-nap');
  await update();
  expect(read('katas/02-two/3-nap.ts')).toBe(later);
});

test('whatever has to give way is kept', async () => {
  write({
    'README.md': 'My notes.\n',
    'katas/02-two/1-eat.ts': answerOf('02-two/1-eat'),
    'notes.md': 'in the way\n',
    'ignored.md': 'in the way\n',
    'mine.md': 'mine\n',
    'package-lock.json': 'staged\n',
    '.git/info/exclude': 'ignored.md\n',
  });
  git(learner, 'add', 'package-lock.json', 'mine.md');
  write({ 'package-lock.json': 'later\n' });
  publish({ 'notes.md': 'theirs\n', 'ignored.md': 'theirs\n', 'README.md': 'Theirs.\n' }, [
    'katas/02-two/1-eat.ts',
    'katas/02-two/1-eat.spec.ts',
  ]);
  expect(await update()).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      ✓ This is the new version of the course.

      02-two/1-eat is no longer in the course. Your answer is in the copy.

      These files of yours were replaced, and are in the copy: README.md,
      ignored.md, notes.md, package-lock.json.

      A copy of everything that was yours:
      .learn-async/saved/update-<time>

      npm test     shows how far you are in it

    ",
    }
  `);
  expect(read('README.md')).toBe('Theirs.\n');
  expect(read('mine.md')).toBe('mine\n');
  expect(read('package-lock.json')).toBe('1\n');
  const kept = [
    'README.md',
    'katas/02-two/1-eat.ts',
    'notes.md',
    'ignored.md',
    'package-lock.json',
  ];
  expect(kept.map((path) => read(`${copy}/${path}`))).toEqual([
    'My notes.\n',
    answerOf('02-two/1-eat'),
    'in the way\n',
    'in the way\n',
    'later\n',
  ]);
  expect(read(`${copy}/staged/package-lock.json`)).toBe('staged\n');
});

test('the line ends of Windows make no stub an answer, and stay in an answer', async () => {
  git(learner, 'config', 'core.autocrlf', 'true');
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  write({
    'katas/01-one/1-nap.ts': crlf(answerOf('01-one/1-nap')),
    'katas/01-one/2-walk.ts': crlf(stubOf('01-one/2-walk')),
  });
  publish(kata('01-one/2-walk', 'Runs both at the same time.'));
  const { stdout } = await update();
  expect(stdout).toContain('Your answer is as you left it.');
  expect(read('katas/01-one/1-nap.ts')).toBe(crlf(answerOf('01-one/1-nap')));
  expect(read('katas/01-one/2-walk.ts')).toContain('at the same time');
});

test('a copy of the course with a history of its own is updated from an address', async () => {
  rmSync(join(learner.root, '.git'), { recursive: true, force: true });
  git(learner, '-c', 'init.defaultBranch=main', 'init', '-q');
  write({ 'katas/01-one/1-nap.ts': answerOf('01-one/1-nap') });
  commit();
  expect(await update()).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "This folder does not know where the course came from: git has no remote called origin or upstream. Give its address: npm run update -- <address>
    ",
      "stdout": "",
    }
  `);
  move('01-one/1-nap', '01-one/3-nap');
  expect((await update(published.root)).stdout).toMatchInlineSnapshot(`
    "
      ✓ This is the new version of the course.
        Your answer is as you left it.

      01-one/1-nap is now katas/01-one/3-nap.ts

      Your commits are merged with it.

      A copy of everything that was yours:
      .learn-async/saved/update-<time>

      npm test     shows how far you are in it

    "
  `);
  expect(read('katas/01-one/3-nap.ts')).toBe(answerOf('01-one/1-nap'));
  expect(git(learner, 'status', '--short')).toBe('');
});

test('a fork is updated from upstream', async () => {
  const fork = folder();
  git(fork, 'clone', '-q', '--bare', published.root, '.');
  git(learner, 'remote', 'set-url', 'origin', fork.root);
  publish({ 'README.md': 'Theirs.\n' });
  expect(await update()).toMatchObject({ code: 0, stderr: '' });
  expect(read('README.md')).toBe('The course.\n');
  git(learner, 'remote', 'add', 'upstream', published.root);
  expect(await update()).toMatchObject({ code: 0, stderr: '' });
  expect(read('README.md')).toBe('Theirs.\n');
});

test('what cannot be done is told before anything is touched', async () => {
  const answer = answerOf('01-one/1-nap');
  write({ 'katas/01-one/1-nap.ts': answer });
  commit();
  publish({ 'katas/01-one/1-nap.ts': stubOf('01-one/1-nap').replace('start both', 'begin both') });
  const head = git(learner, 'rev-parse', 'HEAD');
  const told: Record<string, unknown> = {};
  const tell = async (state: string, ...args: string[]) => {
    const { code, stdout, stderr } = await update(...args);
    told[state] = stdout === '' && code === 2 ? stderr : { code, stdout, stderr };
  };

  await tell('two sources', 'a', 'b');
  await tell('no such address', join(published.root, 'nowhere'));
  const other = folder({ 'README.md': 'Something else.\n' });
  git(other, '-c', 'init.defaultBranch=main', 'init', '-q');
  git(other, 'add', '.');
  git(other, 'commit', '-qm', 'other');
  await tell('another project', other.root);
  const { PATH } = process.env;
  vi.stubEnv('PATH', '');
  await tell('no git');
  vi.stubEnv('PATH', PATH);
  expect(() => git(learner, 'pull', '--no-rebase')).toThrow();
  await tell('a conflict of git pull');
  git(learner, 'merge', '--abort');

  write({ 'katas/02-two/1-eat.spec.ts': 'more\n' });
  commit();
  await tell('work on the course itself');
  git(learner, 'reset', '-q', '--hard', 'HEAD^');

  expect(git(learner, 'rev-parse', 'HEAD')).toBe(head);
  expect(git(learner, 'status', '--short')).toBe('');
  expect(read('katas/01-one/1-nap.ts')).toBe(answer);
  rmSync(join(learner.root, '.git'), { recursive: true, force: true });
  vi.stubEnv('GIT_CEILING_DIRECTORIES', '');
  await tell('a folder inside a repository');
  vi.stubEnv('GIT_CEILING_DIRECTORIES', dirname(learner.root));
  await tell('a download');
  expect(read('katas/01-one/1-nap.ts')).toBe(answer);
  expect(has('.learn-async')).toBe(false);
  expect(told).toMatchInlineSnapshot(`
    {
      "a conflict of git pull": "A merge is not finished here. This takes it back: git merge --abort
    ",
      "a download": "This folder was not cloned with git, so there is nothing to update it from. Clone the new version into another folder, and copy each of your answers there, over the stub of its name: katas/<chapter>/<kata>.ts
    ",
      "a folder inside a repository": "This folder was not cloned with git, so there is nothing to update it from. Clone the new version into another folder, and copy each of your answers there, over the stub of its name: katas/<chapter>/<kata>.ts
    ",
      "another project": "What there is at <other> is not this course: it has no katas.
    ",
      "no git": "The new version comes by git, but there is no program called git.
    ",
      "no such address": "The new version comes by git, but git says: fatal: '<published>/nowhere' does not appear to be a git repository
    ",
      "two sources": "One source at a time, please; got a and b.
    ",
      "work on the course itself": "katas/02-two/1-eat.spec.ts is part of the course, and you have committed another one; an update would undo that. Merge it with git: git pull --no-rebase origin HEAD
    ",
    }
  `);
});

test('an example that was changed stays as it is; all others are the new version', async () => {
  const [tea, cake] = ['katas/01-one/examples/1-tea.ts', 'katas/01-one/examples/2-cake.ts'];
  publish({ [tea]: '// Tea.\n', [cake]: '// Cake.\n' });
  await update();
  write({ [tea]: '// Mine.\n' });
  commit();
  publish({ [tea]: '// Better tea.\n', [cake]: '// Better cake.\n', 'README.md': 'Newer.\n' });
  const { code, stdout, stderr } = await update();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('A copy of everything that was yours:');
  expect(read(tea)).toBe('// Mine.\n');
  expect(read(join(copy, tea))).toBe('// Mine.\n');
  expect(read(cake)).toBe('// Better cake.\n');
  // The new one is there for those who want it.
  await runCommand(learner.root, 'tutor/reset', '--example', 'tea');
  expect(read(tea)).toBe('// Better tea.\n');
});
