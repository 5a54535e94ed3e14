import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { createCourse, type Files, runCommand, writeFiles } from '../testing/miniature.ts';
import { hasTmux, NO_TMUX, openTerminal } from '../testing/terminal.ts';

const POLITE = readFileSync(join(HOME, 'src/testing/crawlers/polite.ts'), 'utf8');
const PROGRESS = `export async function* progress(results, draw, every) {
  let pages = 0;
  for await (const result of results) {
    pages++;
    draw({ pages });
    yield result;
  }
}
`;

const katas = (files: Files) =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`katas/15-capstone/${name}.ts`, text]),
  );

/** A course with a crawler, and the command in it. */
function course(files: Files = {}) {
  const { root, remove } = createCourse({
    ...katas({ '1-frontier': '', '2-load': '', '3-crawl': '', '5-progress': PROGRESS }),
    ...katas({ '4-stop': POLITE, ...files }),
  });
  onTestFinished(remove);
  const crawl = async (...args: string[]) => {
    const { code, stdout, stderr } = await runCommand(root, 'tutor/crawl', ...args);
    return { code, stderr, stdout: stdout.replaceAll(/\d+\.\d s/g, '<time>') };
  };
  const file = join(root, '.learn-async', 'crawl.json');
  return { root, crawl, file, kept: () => readFileSync(file, 'utf8') };
}

const SMALL = ['--pages', '12', '--delay', '1'];

test('a polite crawler is told so, and leaves nothing', async () => {
  const { root, crawl } = course();
  expect(await crawl(...SMALL)).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      Four servers on this machine have 12 pages (seed 7). Some of them are slow,
      broken or moved. The crawler begins at http://alpha.test/

      12 pages in <time>. 200: 10, 302: 1, 404: 1.

      The servers counted 13 requests:

      ✓ One request at a time for each host.
      ✓ A pause of 1 ms between two requests to a host.
      ✓ At most 3 requests at a time.
      ✓ No page was loaded twice; a page that failed was tried twice.
      ✓ No request for a page without a link to it.
      ✓ No request for a page deeper than 4.
      ✓ One result for each page.
      ✓ Every page was found.

    ",
    }
  `);
  expect(readdirSync(join(root, '.learn-async'))).toEqual([]);
});

test('a crawl that was stopped goes on, and both parts are judged as one', async () => {
  const { crawl, kept, root } = course();
  const first = await crawl(...SMALL, '--stop', '4');
  // How many more there are depends on the machine.
  const masked = first.stdout.replaceAll(/\d+(?= pages in)|(?<=200: |counted )\d+/g, '<n>');
  expect({ ...first, stdout: masked }).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "
      Four servers on this machine have 12 pages (seed 7). Some of them are slow,
      broken or moved. The crawler begins at http://alpha.test/

      Stopping. What is open may end, for 300 ms.
      <n> pages in <time>. 200: <n>.

      The servers counted <n> requests:

      ✓ One request at a time for each host.
      ✓ A pause of 1 ms between two requests to a host.
      ✓ At most 3 requests at a time.
      ✓ No page was loaded twice; a page that failed was tried twice.
      ✓ No request for a page without a link to it.
      ✓ No request for a page deeper than 4.
      ✓ One result for each page.

      .learn-async/crawl.json has the crawl up to where it was stopped.
      to go on npm run crawl
      again    npm run crawl -- --new

    ",
    }
  `);
  // Ports change, and names do not.
  expect(kept()).not.toContain('127.0.0.1');
  const before = kept();
  expect(await crawl('--seed', '8')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "The crawl that was stopped has --seed 7; got 8. Go on without that flag, or
    start again with --new.
    ",
      "stdout": "",
    }
  `);
  expect(kept()).toBe(before);
  const { code, stdout } = await crawl('--fast');
  expect(stdout.replace(/loaded \d/, 'loaded <n>')).toMatchInlineSnapshot(`
    "
      The crawler goes on where it was stopped: it has loaded <n> of 12 pages (seed
      7).

      12 pages in <time>. 200: 10, 302: 1, 404: 1.

      The servers counted 13 requests:

      ✓ One request at a time for each host.
      ✓ A pause of 1 ms between two requests to a host.
      ✓ At most 3 requests at a time.
      ✓ No page was loaded twice; a page that failed was tried twice.
      ✓ No request for a page without a link to it.
      ✓ No request for a page deeper than 4.
      ✓ One result for each page.
      ✓ Every page was found.

    "
  `);
  expect(code).toBe(0);
  expect(readdirSync(join(root, '.learn-async'))).toEqual([]);
});

test('a crawler that goes too deep is told so, and ends with 1', async () => {
  const deep = POLITE.replace('depth > this.#options.maxDepth', 'false');
  const { code, stdout } = await course({ '4-stop': deep }).crawl(...SMALL);
  expect(stdout).toContain('\n  ✗ 4 requests for a page that is too deep, first http://');
  expect(stdout).toContain('\n  ✓ Every page was found.');
  expect(code).toBe(1);
});

test('a crawler that fails is told with its place', async () => {
  const throwing = POLITE.replace('      yield result;', "      throw new Error('boom');");
  const { code, stdout } = await course({ '4-stop': throwing }).crawl();
  expect(stdout.split('\n\n')[1]).toMatchInlineSnapshot(`
    "  ✗ The crawl has failed with Error: boom. Thrown at
        katas/15-capstone/4-stop.ts:63"
  `);
  expect(code).toBe(1);
});

test('a crawler that fails when it is stopped loses nothing', async () => {
  const { crawl, kept } = course({
    '4-stop': POLITE.replace('page && !signal.aborted;', 'page; signal.throwIfAborted(),'),
  });
  const { code, stdout } = await crawl(...SMALL, '--stop', '2');
  expect(stdout).toContain('✗ The crawl has failed with Error: stopped.');
  expect(stdout).toContain('to go on npm run crawl');
  expect(code).toBe(1);
  expect(JSON.parse(kept()).state.waiting.length).toBeGreaterThan(1);
});

test('a kata that is not written comes first', async () => {
  const stub = `export function load() {\n  throw new Error('TODO: write load()');\n}\n`;
  expect(await course({ '2-load': stub }).crawl()).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": "
      The crawler is what you write in chapter 15, and katas/15-capstone/2-load.ts
      is still to do. This is its spec:

        npm test 15/2

    ",
    }
  `);
});

test('a crawl that cannot be read is left as it is', async () => {
  const { crawl, root, kept } = course();
  const half = '{"seed":7,"pages":12,"loa';
  writeFiles(root, { '.learn-async/crawl.json': half });
  expect(await crawl()).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": ".learn-async/crawl.json should have the crawl that was stopped, but cannot be
    read: it is no whole JSON. Nothing was changed. To start again, and keep a copy
    of that file:

      npm run crawl -- --new
    ",
      "stdout": "",
    }
  `);
  expect(kept()).toBe(half);
});

test('--help', async () => {
  expect((await course().crawl('--help')).stdout).toMatchInlineSnapshot(`
    "
      Lets your crawler of chapter 15 loose on four servers of this machine. They
      count what it asks for, and say whether it was polite.

        npm run crawl                 goes on if it was stopped; Ctrl-C stops
        npm run crawl -- --new        begins again from the start
        npm run crawl -- --seed 8     another web
        npm run crawl -- --pages 200  a web of that size
        npm run crawl -- --n 10       so many requests at a time
        npm run crawl -- --delay 20   ms between two requests to a host
        npm run crawl -- --stop 14    stops after 14 pages, as Ctrl-C does
        npm run crawl -- --fast       shows no progress
        npm run crawl -- --solutions  runs the references

    "
  `);
});

test.skipIf(!hasTmux)('in a terminal, Ctrl-C stops, and says how to go on', async () => {
  const { root, kept } = course();
  const terminal = openTerminal([80, 30], root, 'tutor/crawl', '--pages', '16');
  onTestFinished(() => terminal.close());
  await terminal.seen(/^ {2}pages \d/m);
  terminal.press('C-c');
  const page = await terminal.seen('to go on');
  expect(page).toContain('Stopping. What is open may end, for 300 ms.');
  expect(await terminal.left()).toBe(0);
  expect(JSON.parse(kept()).loaded.length).toBeGreaterThan(0);
});

if (!hasTmux) console.warn(NO_TMUX);
