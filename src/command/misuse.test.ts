import { afterAll, expect, test } from 'vitest';
import { createCourse, FATES, PLAIN, runCommand, runCommandIn } from '../testing/miniature.ts';

const { root, remove } = createCourse(FATES);
const empty = createCourse({});
afterAll(() => {
  remove();
  empty.remove();
});

/** What is told on stderr; nothing is done, and the exit code says so. */
async function told(command: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(root, command, ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

const ONE_KATA = ['lesson', 'hint', 'open', 'compare', 'reset'].map((name) => `tutor/${name}`);
const ANY_KATAS = ['tutor/test', 'proof/prove'];

test('what no kata is called is told with what there is', async () => {
  const names = ['nonsense', '01/9', '/etc/passwd', '../elsewhere/1-one.ts', '-', '', 'unduched'];
  const messages: string[] = [];
  for (const name of names) messages.push(await told('tutor/lesson', name));
  expect(messages.join('\n')).toMatchInlineSnapshot(`
    "No kata is called nonsense. The chapters are 01-fates and 02-broken. This lists
    the katas of one:

      npm run lesson 01-fates

    Chapter 01-fates has no kata 9. It has 1-done, 2-failing and 3-untouched.

    No kata is called /etc/passwd. The chapters are 01-fates and 02-broken. This
    lists the katas of one:

      npm run lesson 01-fates

    No kata is called ../elsewhere/1-one.ts. Did you mean 1-done?

    No kata is called -. The chapters are 01-fates and 02-broken. This lists the
    katas of one:

      npm run lesson 01-fates

    A kata has a name, such as 1-done; got an empty one.

    No kata is called unduched. Did you mean untouched?
    "
  `);
});

test.each([...ONE_KATA, ...ANY_KATAS])('%s does not guess', async (command) => {
  expect(await told(command, 'nonsense')).toMatch(/^No kata is called nonsense\. The chapters are/);
});

test.each(ONE_KATA)('%s takes one kata', async (command) => {
  expect(await told(command, 'done', 'failing')).toBe(
    'One kata at a time, please; got done and failing.\n',
  );
});

test('what may be several katas, or is a chapter, is told with their names', async () => {
  expect(await told('tutor/hint', 'e')).toBe(
    'e may be 1-done, 3-untouched, 2-no-export or 3-gone: which one?\n',
  );
  expect(await told('tutor/hint', 'fates')).toBe(
    'fates is a chapter. Which of its katas: 1-done, 2-failing or 3-untouched?\n',
  );
});

test.each([
  ['tutor/hint', '--fast', "Unknown option '--fast': there is only --help.\n"],
  ['tutor/progress', '-x', "Unknown option '-x': there are --json, --keepsake and --help.\n"],
  [
    'tutor/progress',
    '--json=1',
    "Option '--json' does not take an argument: there are --json, --keepsake and\n--help.\n",
  ],
  [
    'proof/prove',
    '--fast',
    "Unknown option '--fast': there are --all, --json, --mutants, --packages,\n--random, --runs, --seed, --write and --help.\n",
  ],
])('%s %s is told with what there is', async (command, option, message) => {
  expect(await told(command, option)).toBe(message);
});

test.each(['tutor/lesson', 'tutor/compare', ...ANY_KATAS, 'tutor/progress'])(
  '%s says where it can be run',
  async (command) => {
    const { code, stdout, stderr } = await runCommand(empty.root, command);
    expect(stderr).toBe('There is no kata here: run the command in the folder of the course.\n');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  },
);

test.each(['./katas/01-fates/1-done.spec.ts:9', 'katas\\01-fates\\1-done.ts:9:3', 'Done'])(
  '%s is as good as a name',
  async (name) => {
    const { code, stdout } = await runCommand(root, 'tutor/lesson', name);
    expect(stdout).toMatchInlineSnapshot(`
      "
        1-done

        Story.

        This is the first kata of its chapter, which begins with: npm run lesson 01

      "
    `);
    expect(code).toBe(0);
  },
);

test('--help is answered, whatever else is typed, and nothing is done', async () => {
  const { code, stdout, stderr } = await runCommand(root, 'tutor/compare', 'nonsense', '--help');
  expect(stdout).toMatchInlineSnapshot(`
    "
      Shows your code beside the reference, both their timelines, and the mistakes
      that people make.

        npm run compare                  for the kata that you finished last
        npm run compare in-order         for that kata
        npm run compare in-order anyway  even if it is not done; shows the answer
        npm run compare in-order all     with all mistakes that are known
        npm run compare -- --editor      in your editor

      A kata is called by its name or a part of it (in-order), with its number
      (3-in-order), by both numbers (01/3), or by a path to one of its files.

    "
  `);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect((await runCommand(root, 'tutor/compare', '-h')).stdout).toBe(stdout);
});

test.each([
  [{ real: 'true', json: 'true' }, ['01/1'], '--real', '01/1 -- --real'],
  [{ real: '01/1' }, [], '--real', '01/1 -- --real'],
  [{ until: '500', watch: 'true' }, ['01/1'], '--watch and --until', '01/1 -- --watch --until 500'],
])('a flag that npm has kept for itself is told: %j', async (flags, names, kept, typed) => {
  const config = Object.entries(flags).map(([flag, value]) => [`npm_config_${flag}`, value]);
  const environment = { ...PLAIN, ...Object.fromEntries(config) };
  const { code, stdout, stderr } = await runCommandIn(environment, root, 'tutor/play', ...names);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.replaceAll('\n', ' ').trim()).toBe(
    `npm kept ${kept} for itself. Put -- before the flags: npm run play ${typed}`,
  );
});
