/** What a picture on virtual time cannot show is said. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCourse, FATES, runCommand } from '../../testing/miniature.ts';
import { askToType } from './typed.ts';

const sleep = 'const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));\n';

const { root, remove } = createCourse({
  ...FATES,
  'counts.ts':
    "let n = 0;\nconsole.log('a');\nfor (let i = 0; i < 2e8; i++) n += i % 3;\nconsole.log('b', n > 0);\n",
  'beats.ts':
    "setInterval(function beat() { console.log('beat'); }, 100);\nsetTimeout(function ring() {}, 1000);\n",
  'fetches.ts': `import { createServer } from 'node:http';
const server = createServer((_, response) => setTimeout(() => response.end('hello'), 300));
await new Promise<void>((r) => server.listen(0, '127.0.0.1', r));
`,
  'asks.ts': `async function ask() {
  const answer = await fetch('http://127.0.0.1:9/');
  return answer.status;
}
await ask();
`,
  'digests.ts': `${sleep}
const bytes = await crypto.subtle.digest('SHA-256', new Uint8Array(9));
await sleep(100);
console.log(bytes.byteLength);
`,
  'races.ts': `${sleep}
const slow = sleep(300);
await Promise.race([sleep(100), sleep(200)]);
console.log('raced');
await sleep(50);
`,
  'limits.ts': `import { setTimeout as sleep } from 'node:timers/promises';
async function work() { await sleep(150); return 'work'; }
console.log(await Promise.race([work(), sleep(100, 'too late')]));
`,
  'asks-you.ts':
    "import { createInterface } from 'node:readline/promises';\nconst you = createInterface({ input: process.stdin });\nconsole.log(await you.question('name? '));\n",
  'calls-back.ts':
    "import { readFile } from 'node:fs';\nreadFile(import.meta.filename, () => console.log('read'));\n",
  'many.ts': `${sleep}
async function step(n: number) { await sleep(n); }
for (let i = 1; i <= 50; i++) await step(10);
`,
  'floods.ts':
    "let n = 0;\nconst timer = setInterval(() => { console.log('line', ++n); if (n === 200) clearInterval(timer); }, 10);\n",
  'spins.ts': 'for (;;);\n',
  'rejects.ts': `${sleep}
async function burn() { await sleep(50); throw new Error('no'); }
burn();
await sleep(100);
console.log('late');
`,
});
afterAll(remove);

const unbroken = (text: string) => text.replaceAll(/\n {2}(?=\S)/g, ' ');
const page = async (...args: string[]) => (await runCommand(root, 'tutor/play', ...args)).stdout;
const play = async (...args: string[]) => unbroken(await page(...args));

/** What the rows are called. */
const rows = (text: string) =>
  text
    .split('\n')
    .map((line) => /^ {2,}([^●\s].*?) +[●━][─━● ]/.exec(line)?.[1])
    .filter((name) => name !== undefined);

test('a loop that only computes takes 0 ms here, and that is said', async () => {
  const text = await play('counts.ts');
  expect(text).toMatch(
    /\(program\) computed for about \d\.\d s of real time at 0 ms\. On the virtual clock computing takes 0 ms/,
  );
  expect(await play('beats.ts', '--until', '250')).not.toContain('computed');
});

test('--until draws to the limit, and what waits is waiting there', async () => {
  expect(await page('beats.ts', '--until', '250')).toMatchInlineSnapshot(`
    "
      100 ms  beat
      200 ms  beat

      (program)                ●
        setInterval(beat, 100) ━━━━━━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━━━━●━━━━━━━━▸
        setTimeout(ring, 1000) ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▸
                               0                  100                200      250 ms

      ● runs   ━ a timer, or other work   ▸ has not ended

      Stopped: It was stopped at 250 ms, as you asked.

    "
  `);
});

test('real I/O is named, and timers of Node’s own are not those of the program', async () => {
  const text = await play('asks.ts');
  expect(text).toContain("It called 'fetch' at 0 ms (line 2)");
  expect(text).not.toContain('timer');
  expect(text).toContain('-- --real');
  const served = await play('fetches.ts');
  expect(served).not.toContain('30000');
});

test('real I/O that has ended is named, too: when it ended is chance', async () => {
  const text = await play('digests.ts');
  expect(text).toContain("It called 'crypto.subtle.digest' at 0 ms (line 3)");
});

test('a timer that no await stands at has a row', async () => {
  expect(rows(await page('races.ts'))).toEqual([
    '(program)',
    'timer of 300 ms',
    'timer of 100 ms',
    'timer of 200 ms',
  ]);
  expect(rows(await page('limits.ts'))).toEqual(['(program)', 'timer of 100 ms', 'work()']);
});

test('a script outside of every package runs in plain Node, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'learn-async-script-'));
  try {
    const file = join(folder, 'script.ts');
    writeFileSync(file, "const n: number = 1;\nsetTimeout(() => console.log('ring', n), 50);\n");
    expect(await play(file, '--real')).toContain(
      'Both print the same 1 line, in the same order. Both end with exit code 0.',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a flood of lines is cut in the middle', async () => {
  const text = await page('floods.ts', '--json');
  expect(text).toMatch(
    /line 20\n +… 170 more like this \(--json has all\)\n +1910 ms {2}line 191\n/,
  );
  expect(text).toContain('line 200\n');
  // Not in a line of its own.
  expect(text).toMatch(/ 2000 ms\n/);
  const trace = readFileSync(join(root, '.learn-async/play/floods.json'), 'utf8');
  expect(trace).toContain('line 77');
});

test('a program that still waits for real I/O cannot be played to its end, and exits with 1', async () => {
  const { code, stdout } = await runCommand(root, 'tutor/play', 'calls-back.ts');
  expect(stdout).toContain("It called 'fs.readFile'");
  expect(code).toBe(1);
});

test('a program that waits for you to type is told so: --real would give it nothing', async () => {
  const text = await play('asks-you.ts');
  expect(text).toContain("It called 'process.stdin' at 0 ms (line 2)");
  expect(text).not.toContain('-- --real');
});

test('a flood of rows is cut in the middle', async () => {
  const text = await page('many.ts');
  expect(rows(text)).toHaveLength(20);
  expect(text).toMatch(/\n {2}… 31 more rows \(--page has all\)\n/);
  expect(text.trimEnd().split('\n').length).toBeLessThan(30);
});

test('a loop without an end has a row that has not ended', async () => {
  const text = await page('spins.ts', '--page');
  expect(text).toMatch(/\(program\) █▸\n/);
  expect(text).toContain('▸ has not ended');
  const html = readFileSync(join(root, '.learn-async/play/spins.html'), 'utf8');
  expect(html).toContain('(program) is stopped');
});

test('--real runs plain Node for no longer than --until, says so first, and gives no advice to use it', async () => {
  const { stdout } = await runCommand(root, 'tutor/play', 'beats.ts', '--real', '--until', '250');
  expect(stdout).toContain('Plain Node runs it now, on real time, for at most 250 ms.');
  // Under load, plain Node may come to fewer of them.
  expect(unbroken(stdout)).toMatch(
    /Both print the same \d lines?, in the same order\. Plain Node was ended at 250 ms, as you asked\./,
  );
  const asks = await play('asks.ts', '--real');
  expect(asks).toContain('for at most 20 s');
  expect(asks).toContain("It called 'fetch' at 0 ms (line 2)");
  expect(asks).not.toContain('-- --real');
});

test('a program that is typed into a terminal is asked for', () => {
  expect(askToType(true, 'linux')).toBe(
    'Type a program, or paste one; Ctrl-D on a line of its own runs it.',
  );
  expect(askToType(true, 'win32')).toContain('Ctrl-Z and Enter');
  expect(askToType(false)).toBeUndefined();
});
