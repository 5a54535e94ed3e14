import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import { afterAll, expect, test, vi } from 'vitest';
import { bareEnvironment } from '../command/spawn.ts';
import {
  commandLine,
  createCourse,
  FATES,
  PLAIN,
  runCommand,
  runCommandIn,
  startCommandIn,
  writeFiles,
} from '../testing/miniature.ts';

const sleep = "import { setTimeout as sleep } from 'node:timers/promises';";

const TEA = `// A call starts the work.
${sleep}
async function boil(litres: number): Promise<string> {
  console.log('on');
  await sleep(300);
  return \`\${litres} l\`;
}
const water = boil(1);
console.log('the cup');
console.log(await water);
`;

/** Programs named by what becomes of them. */
const PROGRAMS = {
  'fails.ts': `${sleep}
const rice = async () => { await sleep(100); throw new Error('burnt'); };
const stew = async () => { await sleep(300); console.log('stew'); };
const all = [stew(), rice()];
await all[0];
await all[1];
`,
  'throws.ts': "console.log('before');\nthrow new TypeError('no');\n",
  'late.ts': "setTimeout(function ring() { throw new Error('in a timer'); }, 50);\n",
  'never.ts': 'const f = async () => { await new Promise(() => {}); };\nawait f();\n',
  'endless.ts': "setInterval(function beat() { console.log('beat'); }, 100);\n",
  'loops.ts': 'async function spin() {\n  await null;\n  for (;;);\n}\nawait spin();\n',
  'exits.ts':
    "setTimeout(() => process.exit(3), 50);\nprocess.on('exit', (code) => console.log('bye', code));\n",
  'exits-twice.ts': "process.on('exit', () => { console.log('bye'); process.exit(4); });\n",
  'exits-badly.ts': "process.on('exit', () => { throw new Error('too late'); });\n",
  'queues.ts': `setTimeout(function ring() {
  setImmediate(() => console.log('immediate'));
  Promise.reject(new Error('no')).then(() => console.log('never'), () => console.log('no'));
  Promise.resolve('then').then(console.log);
  queueMicrotask(() => console.log('microtask'));
  process.nextTick(() => console.log('tick'));
}, 50);
`,
  'stack.ts': `${sleep}
async function inner(n: number) {
  await sleep(n);
  console.log(new Error('where').stack);
}
setTimeout(() => console.log(new Error('in a timer').stack), 50);
await inner(100);
`,
  'reads.ts':
    "import { readFile } from 'node:fs/promises';\nconsole.log((await readFile(import.meta.filename)).length > 0);\n",
  'hashes.ts':
    "import { pbkdf2 } from 'node:crypto';\nimport { promisify } from 'node:util';\nawait promisify(pbkdf2)('a', 'b', 200_000, 32, 'sha1');\nconsole.log('hashed');\nconsole.log('and on');\n",
  'syntax.ts': 'const a = 1;\nconst b = (;\n',
  'lost.ts': "import { x } from './nothing.ts';\nx();\n",
  'handled.ts':
    "process.on('unhandledRejection', (e: Error) => console.log('told', e.message));\nPromise.reject(new Error('no'));\nsetTimeout(() => console.log('goes on'), 50);\n",
  'generates.ts': `${sleep}
async function* pages() {
  for (const page of [1, 2]) {
    await sleep(100);
    yield page;
  }
}
for await (const page of pages()) {
  console.log(page);
  await sleep(150);
}
`,
  'odd.ts': `const f = async (/* => */ a: number, b = () => 1) /* x => y */ : Promise<() => void> => (await null, () => console.log(a, b()));
(await f(1))();
const g = async <T,>(x: T) => ({ x } satisfies object);
console.log(await g(2));
label: for (const x of [1, 2]) { if (x === 1) continue label; await x; }
if (true) for await (const x of [1]) console.log(x); else console.log('no');
switch (await 1) { case 1: { await 2; break; } }
const o = { async *[Symbol.asyncIterator]() { yield* [1, 2]; }, async 'quoted name'(x: string) { return x; }, get async() { return 1; } };
for await (const x of o) console.log(x);
console.log(await o['quoted name']('q'), o.async);
async function empty() {}
await empty(); await (async () => {})();
const h = async () => void console.log('void');
await h();
console.log(await Promise.all([1, 2].map(async (n) => n * 2)));
async function big(a: object, b: unknown[], c: Promise<void>, d: bigint, e: symbol) { return \`\${await (a as any).x ?? 'none'}\`; }
console.log(await big({}, [1], Promise.resolve(), 1n, Symbol('s')));
`,
  'parts.ts':
    "#!/usr/bin/env node\nimport { wait } from './part.js';\nconsole.log('begins');\nawait wait(1);\n",
  'computes.ts': `${sleep}
const stir = (ms: number) => { const end = Date.now() + ms; while (Date.now() < end); };
async function stew(name: string) {
  stir(50);
  await sleep(100);
  console.log(name);
}
await Promise.all([stew('a'), stew('b')]);
`,
};

const FLAGS: Readonly<Record<string, string[]>> = {
  'endless.ts': ['--until', '350'],
  'queues.ts': ['--steps'],
};

const { root, remove } = createCourse({
  ...FATES,
  'katas/01-fates/examples/1-tea.ts': TEA,
  'katas/01-fates/examples/2-cake.ts': "// A cake.\nconsole.log('cake');\n",
  ...PROGRAMS,
  'part.js':
    '// What it imports tells its lines with its name.\n\nexport async function wait(n) {\n  await new Promise(() => n);\n}\n',
});
afterAll(remove);

const play = (...args: string[]) => runCommand(root, 'tutor/play', ...args);

const unbroken = (text: string) => text.replaceAll(/\n {2}(?=\S)/g, ' ');

/** Its page, with its exit code behind it. */
async function page(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await play(...args);
  expect(stderr).toBe('');
  return (
    `${stdout}exit code ${code}\n`
      .replaceAll(pathToFileURL(root).href, '<root>')
      .replaceAll(root, '<root>')
      // Where a line is broken depends on how long the path is.
      .replaceAll(/\n +\(<root>/g, ' (<root>')
  );
}

test('npm run play lists the examples of the chapter at hand', async () => {
  expect(await page()).toMatchInlineSnapshot(`
    "
      01 Fates: programs to run, to change and to see

      01/1  1-tea   A call starts the work.
      01/2  2-cake  A cake.

      Run one with npm run play 01/1. They lie in katas/01-fates/examples: change
      them, and see what becomes of it with npm run play 01/1 -- --watch.

    exit code 0
    "
  `);
  expect(await page('01')).toBe(await page());
});

test('npm run play 01/1 runs that example, and draws it', async () => {
  const drawn = await page('01/1');
  expect(drawn).toMatchInlineSnapshot(`
    "
        0 ms  on
        0 ms  the cup
      300 ms  1 l

      (program) ●─ water ─────────────────────────────────────────────────────●
        boil(1) ●─ sleep(300) ────────────────────────────────────────────────●
                0                                                             300 ms

      ● runs   ─ awaits

    exit code 0
    "
  `);
  expect(await page('tea')).toBe(drawn);
  expect(await page('katas/01-fates/examples/1-tea.ts')).toBe(drawn);
  expect(await page(join(root, 'katas/01-fates/examples/1-tea.ts'))).toBe(drawn);
});

test.each(Object.keys(PROGRAMS))('%s is told to its end', async (name) => {
  const flags = FLAGS[name] ?? [];
  const text = await page(name, ...flags);
  await expect(text).toMatchFileSnapshot(`./play/pages/${name.replace('.ts', '.txt')}`);
});

test('--steps tells what stands in which queue, and --turns who ran', async () => {
  expect(await page('01/1', '--steps')).toMatchInlineSnapshot(`
    "
        0 ms  boil(1) is called
        0 ms  prints on
              timers      timer of boil(1) at 300
        0 ms  boil(1) awaits sleep(300)
              timers      timer of boil(1) at 300
        0 ms  prints the cup
              timers      timer of boil(1) at 300
        0 ms  (program) awaits water
              timers      timer of boil(1) at 300
      300 ms  timer of boil(1) fires
              microtasks  boil(1)
      300 ms  boil(1) continues
      300 ms  boil(1) has ended
              microtasks  (program)
      300 ms  (program) continues
      300 ms  prints 1 l
      300 ms  (program) has ended

      (program) ●─ water ─────────────────────────────────────────────────────●
        boil(1) ●─ sleep(300) ────────────────────────────────────────────────●
                0                                                             300 ms

      ● runs   ─ awaits

    exit code 0
    "
  `);
  expect(await page('01/1', '--turns')).toContain('boil(1)');
});

test('--mine plays the learner’s own function in the first scene of its spec', async () => {
  expect(await page('--mine', '2-failing')).toMatchInlineSnapshot(`
    "
      (the scene)  ●─ what it returns ────────────────────────────────────────●
        both(f, f) ●─ a() ─────────────────────────────────────●─ b() ────────●
          'a'      ●━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●
          'b'                                                  ●━━━━━━━━━━━━━━●
                   0                                           30             40 ms

      ● runs   ─ awaits   ━ a timer, or other work

      The scene fulfils with [ 'A', 'B' ] at 40 ms.

    exit code 0
    "
  `);
  expect(await page('--mine', '3-untouched')).toMatchInlineSnapshot(`
    "
      (the scene)  █───█─█✗
        both(f, f)   █✗
                   0 ms

      █ runs, from a call or an await to the next   ─ waits

      The scene rejects at 0 ms: TODO: write both().

    exit code 0
    "
  `);
  expect(await page('--mine', '1-done', '--steps')).toContain("'b' is started");
  expect((await play('--mine', 'done', '--real')).stderr).toContain('--real is for programs');
  expect(await page('--mine', '1-syntax')).toContain(
    'cannot be read: katas/02-broken/1-syntax.ts:1:',
  );
});

test('a stub as a program calls nothing, and that is told', async () => {
  const told = unbroken(await page('katas/01-fates/3-untouched.ts'));
  expect(told).toContain(
    'This file defines a function, and calls none. In the first scene of its spec: npm run play -- --mine 01-fates/3-untouched',
  );
  expect(unbroken(await page('odd.ts'))).not.toContain('--mine');
});

test('what is no program is told', async () => {
  writeFiles(root, { 'notes.md': '# Notes\n' });
  const { code, stderr } = await play('notes.md');
  expect(stderr).toBe('notes.md is no program: play runs files of JavaScript and TypeScript.\n');
  expect(code).toBe(2);
});

test('--mine tells nothing that a kata asks to predict', async () => {
  const spec = `import { expect, observe, test } from '#lab';
import { run } from './3-secret.ts';
test('predicts', async () => {
  expect(await observe(({ log }) => run(log), { hidesLog: true })).toLog();
});
`;
  writeFiles(root, {
    'katas/01-fates/3-secret.spec.ts': spec,
    'katas/01-fates/3-secret.ts': "export const run = (log) => log('the answer');\n",
  });
  const told = await page('--mine', '3-secret');
  expect(told).toContain('asks you to predict');
  expect(told).not.toContain('the answer');
});

test('--real holds it against plain Node', async () => {
  const { code, stdout } = await play('fails.ts', '--real');
  expect(unbroken(stdout)).toContain(
    'Both print the same 0 lines, in the same order. Both end with exit code 1.',
  );
  expect(code).toBe(1);
  const { stdout: reads } = await play('reads.ts', '--real');
  expect(reads).toMatch(/✗ +\(no more lines\)\n✗ +\d+ ms {2}true\n/);
  expect(unbroken(reads)).toContain('The first difference is in line 1.');
  expect(unbroken(reads)).toContain('Here it ends with exit code 1, in plain Node with 0.');
  expect(reads).not.toContain('less than 50 ms apart');
  const { stdout: hashes } = await play('hashes.ts', '--real');
  expect(hashes).toMatch(/✗ +\d+ ms {2}hashed\n +\d+ ms {2}and on\n/);
});

test('what starts a thread or a process is run by plain Node, and why is said first', async () => {
  writeFiles(root, {
    'thread.ts': `import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
console.log('once');
const worker: Worker = new Worker("require('node:worker_threads').parentPort.postMessage(42)", { eval: true });
console.log(...(await once(worker, 'message')));
`,
    'process.ts': `import { execFile } from 'node:child_process';
execFile(process.execPath, ['-e', 'process.exit(3)'], (error) => {
  console.log(error?.code);
  throw new Error('after it');
});
`,
  });
  const thread = await play('thread.ts');
  expect(thread.stdout.replaceAll(/ *\d+ ms/g, '    n ms')).toMatchInlineSnapshot(`
    "
      Your program starts a thread (line 4), which has a clock of its own. So it is
      neither played on virtual time nor drawn: plain Node runs it now, from its
      beginning, for at most 20 s.

        n ms  once
        n ms  42

      Plain Node ended with exit code 0.

    "
  `);
  expect(thread.code).toBe(0);
  const child = await play('process.ts', '--until', '10000');
  expect(unbroken(child.stdout)).toContain(
    'Your program starts a process (line 2), which has a clock of its own.',
  );
  expect(unbroken(child.stdout)).toContain('for at most 10000 ms.');
  expect(child.stdout).toMatch(/\d+ ms {2}3\n\n[\s\S]* Error: after it\n[\s\S]*exit code 1\./);
  expect(child.code).toBe(1);
  const endless = await play('thread.ts', '--until', '1', '--page');
  expect(unbroken(endless.stdout)).not.toContain('in a browser');
});

test('- plays what is typed, however slowly it comes', async () => {
  const child = spawn(process.execPath, commandLine('tutor/play', ['-']), {
    cwd: root,
    env: bareEnvironment(PLAIN),
  });
  const printed = text(child.stdout);
  child.stdin.write("console.log('one');\n");
  await new Promise((resolve) => setTimeout(resolve, 300));
  child.stdin.end("console.log('two');\n");
  expect(await printed).toMatch(/0 ms {2}one\n {2}0 ms {2}two\n/);
});

test('--watch shows it again when it is saved, or what it imports', async () => {
  const [main, part] = ['watched/main.ts', 'watched/part.ts'];
  writeFiles(root, {
    [main]: "import { word } from './part.ts';\nconsole.log(word);\n",
    [part]: "export const word = 'one';\n",
  });
  const child = startCommandIn(PLAIN, root, 'tutor/play', main, '--watch');
  try {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
    const until = (words: string) =>
      vi.waitUntil(() => printed.includes(words) && printed.endsWith('Ctrl-C ends.\n\n'), 20_000);
    await until('0 ms  one');
    writeFiles(root, { [part]: "export const word = 'two';\n" });
    await until('0 ms  two');
    writeFiles(root, { [part]: 'export const word = ;\n' });
    await until('part.ts:1: Unexpected token');
    writeFiles(root, { [part]: "export const word = 'read again';\n" });
    await until('0 ms  read again');
    writeFiles(root, { [main]: 'console.log(;\n' });
    await until('cannot be read');
    writeFiles(root, { [main]: "console.log('three');\n" });
    await until('0 ms  three');
  } finally {
    child.kill();
  }
});

test('--svg and --json write it to files', async () => {
  expect(await page('tea', '--svg', '--json')).toContain('Written to .learn-async/play/1-tea.svg');
  const read = (name: string) => readFileSync(join(root, '.learn-async/play', name), 'utf8');
  expect(read('1-tea.svg')).toMatch(/^<svg.*boil\(1\).*<\/svg>$/s);
  const { traceEvents } = JSON.parse(read('1-tea.json'));
  expect(traceEvents).toContainEqual({
    name: 'boil(1)',
    ph: 'X',
    pid: 1,
    tid: 1002,
    ts: 0,
    dur: 300_000,
  });
});

test('in ASCII, and where there is little room', async () => {
  const { stdout } = await runCommandIn(
    { NO_COLOR: '1', LC_ALL: 'C', COLUMNS: '60' },
    root,
    'tutor/play',
    'generates.ts',
  );
  expect(stdout).toMatch(/^[\0-\x7f]*$/);
  expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(60);
});

test('a chapter at hand that has no examples is told', async () => {
  const other = createCourse({
    'katas/01-a/1-b.spec.ts': FATES['katas/01-fates/1-done.spec.ts'] ?? '',
  });
  const { code, stderr } = await runCommand(other.root, 'tutor/play');
  other.remove();
  expect(stderr.replaceAll('\n', ' ')).toContain('There are no examples of 01 A.');
  expect(code).toBe(2);
});

test.each([
  [
    ['nonsense'],
    'No example is called nonsense, and there is no such file. There are examples of 01 Fates.',
  ],
  [['e'], 'e may be 01-fates/1-tea or 01-fates/2-cake: which one?'],
  [['1-taa'], 'Did you mean 1-tea?'],
  [['01/1', '01/2'], 'One program at a time, please; got 01/1 and 01/2.'],
  [['01/1', '--until', 'soon'], '--until takes whole ms, such as --until 500; got soon.'],
  [['01/1', '--fast'], "Unknown option '--fast': there are --watch, --real"],
])('%s is told', async (args, message) => {
  const { code, stdout, stderr } = await play(...args);
  expect(stderr.replaceAll('\n', ' ')).toContain(message);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
