/** Answers that are built on packages: the verdict on each is the same, whatever was loaded or run before it. */
import { expect, test } from 'vitest';
import { createCourse, PLAIN, runCommandIn, specOf, UNTOUCHED } from '../../testing/miniature.ts';

/** Each in the few lines that matter of what packages do. */
const PACKAGES = {
  // Bluebird, promise-polyfill: handlers are called by a function that was taken while the package was loaded.
  'takes-a-timer': `const later = globalThis.setImmediate;
exports.all = (promises) => ({
  then: (done, failed) => void Promise.all(promises).then((all) => later(done, all), failed),
});`,
  // core-js: brings what is missing.
  'fills-a-gap': 'Promise.ofBoth ??= (a, b) => Promise.all([a, b]);',
  // cls-hooked: what it needs is on process, and is made once.
  'keeps-it-on-process': `process.namespaces = { both: (a, b) => Promise.all([a, b]) };
exports.both = (a, b) => process.namespaces.both(a, b);`,
  // Effect: a global that is made by the first call. Others listen to the process from then on.
  'sets-a-global-when-called': `exports.both = async (a, b) => {
  globalThis['a fiber that runs'] = {};
  if (process.listenerCount('beforeExit') === 0) process.on('beforeExit', () => {});
  return Promise.all([a, b]);
};`,
  // It never comes out of a state that a run which ended too early has left.
  'is-busy-for-ever': `let isBusy = false;
exports.both = async (a, b) => {
  if (isBusy) return new Promise(() => {});
  isBusy = true;
  const both = await Promise.all([a, b]);
  isBusy = false;
  return both;
};`,
};

const ANSWERS: Readonly<Record<string, string>> = {
  'takes-a-timer': `import { all } from 'takes-a-timer';
export const both = async (a, b) => all([a(), b()]);
`,
  'fills-a-gap': `import 'fills-a-gap';
export const both = (a, b) => Promise.ofBoth(a(), b());
`,
  'keeps-it-on-process': `import { both as of } from 'keeps-it-on-process';
export const both = (a, b) => of(a(), b());
`,
  'sets-a-global-when-called': `import { both as of } from 'sets-a-global-when-called';
export const both = (a, b) => of(a(), b());
`,
  'is-busy-for-ever': `import { both as of } from 'is-busy-for-ever';
export const both = (a, b) => of(a(), b());
`,
};

const packages = Object.entries(PACKAGES).flatMap(([name, code]) => [
  [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
  [`node_modules/${name}/index.js`, code],
]);

const twice = Object.entries(ANSWERS).flatMap(([name, code]) =>
  ['a', 'b'].map((which) => [`solutions/01-a/1-both/right-${which}-${name}.ts`, code] as const),
);

/** vitest begins with the longest file. */
const long = `// ${'It waits for nothing, and the package with it. '.repeat(9)}\n`;

const busy = {
  'solutions/01-a/1-both/wrong-leaves-it-busy.ts': `${long}import { both as of } from 'is-busy-for-ever';
export const both = (a, b) => of(a(), new Promise(() => {}));
`,
};

interface Proven {
  readonly katas: readonly { attempts: readonly { file: string; failed: readonly string[] }[] }[];
}

async function failedIn(files: Record<string, string>, workers: number, spec = specOf('1-both')) {
  const { root, remove } = createCourse({
    'katas/01-a/1-both.spec.ts': spec,
    'katas/01-a/1-both.ts': UNTOUCHED,
    'solutions/01-a/1-both.ts': ANSWERS['fills-a-gap'] as string,
    ...Object.fromEntries(packages),
    ...files,
  });
  const terminal = { ...PLAIN, VITEST_MAX_WORKERS: `${workers}` };
  const { stdout, stderr } = await runCommandIn(terminal, root, 'proof/prove', '--json');
  remove();
  expect(stderr).not.toContain('could not be run');
  const { katas } = JSON.parse(stdout) as Proven;
  return Object.fromEntries((katas[0]?.attempts ?? []).map(({ file, failed }) => [file, failed]));
}

test.each([1, 3])('right answers pass, each of them twice, with %i workers', async (workers) => {
  const failed = await failedIn({ ...Object.fromEntries(twice), ...busy }, workers);
  const rejected = Object.keys(failed).filter((file) => failed[file]?.length !== 0);
  expect(Object.keys(failed)).toHaveLength(twice.length + 1);
  expect(rejected).toEqual(['wrong-leaves-it-busy.ts']);
});

test('what a package brings is not there for an answer that does not ask for it', async () => {
  const failed = await failedIn(
    {
      'solutions/01-a/1-both/right-fills-a-gap.ts': ANSWERS['fills-a-gap'] as string,
      'solutions/01-a/1-both/wrong-does-not-ask.ts':
        'export const both = (a, b) => Promise.ofBoth(a(), b());\n',
    },
    1,
  );
  expect(failed['right-fills-a-gap.ts']).toEqual([]);
  expect(failed['wrong-does-not-ask.ts']).toHaveLength(2);
});

test('a global that the answer itself leaves behind is told, also beside a package', async () => {
  const failed = await failedIn(
    {
      'solutions/01-a/1-both/wrong-leaves-a-global.ts': `import 'fills-a-gap';
export const both = (a, b) => {
  globalThis.results = [];
  return Promise.all([a(), b()]);
};
`,
    },
    1,
  );
  expect(failed['wrong-leaves-a-global.ts']).toHaveLength(2);
});

/** Bluebird: handlers are called in immediates, and a ms later it looks whether a rejection has been handled. */
const LATER = {
  'node_modules/calls-later/package.json': JSON.stringify({
    name: 'calls-later',
    main: 'index.js',
  }),
  'node_modules/calls-later/index.js': `exports.all = (promises) => ({
  then: (done, failed) =>
    void Promise.all(promises).then((all) => {
      setImmediate(() => {
        done(all);
        setImmediate(() => {});
      });
    }, failed),
});
exports.look = () => void setTimeout(() => {}, 1);
exports.delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
exports.leave = (ms) => void setTimeout(() => {}, ms);
`,
};

const timers = `${specOf('1-both')}
test('sets no timer', async () => {
  expect(await scene()).toSetTimers(0);
});
`;

test('how a package calls its handlers is no timer of the answer, and no loose end', async () => {
  const answers = {
    'right-later': `import { all } from 'calls-later';
export const both = async (a, b) => all([a(), b()]);
`,
    'right-looks': `import { look } from 'calls-later';
export const both = async (a, b) => {
  const both = await Promise.all([a(), b()]);
  look();
  return both;
};
`,
    'wrong-own-immediate': `import 'calls-later';
export const both = async (a, b) => {
  const both = await Promise.all([a(), b()]);
  return new Promise((resolve) => setImmediate(resolve, both));
};
`,
    'wrong-polls': `import { delay } from 'calls-later';
export const both = async (a, b) => {
  let both;
  Promise.all([a(), b()]).then((all) => {
    both = all;
  });
  while (!both) await delay(1);
  return both;
};
`,
    'wrong-leaves-a-timer': `import { leave } from 'calls-later';
export const both = (a, b) => {
  leave(50);
  return Promise.all([a(), b()]);
};
`,
  };
  const files = Object.entries(answers).map(([name, code]) => [
    `solutions/01-a/1-both/${name}.ts`,
    code,
  ]);
  const failed = await failedIn({ ...LATER, ...Object.fromEntries(files) }, 1, timers);
  expect(failed).toEqual({
    'right-later.ts': [],
    // It is a timer, but nobody has to clear it.
    'right-looks.ts': ['sets no timer'],
    'wrong-own-immediate.ts': ['sets no timer'],
    'wrong-polls.ts': ['sets no timer'],
    'wrong-leaves-a-timer.ts': [
      'runs both at the same time',
      'gives both results',
      'sets no timer',
    ],
  });
});

test('a package may take its time to load', async () => {
  const slow = {
    'node_modules/slow/package.json': JSON.stringify({ name: 'slow', main: 'index.mjs' }),
    'node_modules/slow/index.mjs': `await new Promise((resolve) => setTimeout(resolve, 6000));
export const all = (promises) => Promise.all(promises);
`,
    'solutions/01-a/1-both/right-slow.ts': `import { all } from 'slow';
export const both = (a, b) => all([a(), b()]);
`,
  };
  expect(await failedIn(slow, 1)).toEqual({ 'right-slow.ts': [] });
});
