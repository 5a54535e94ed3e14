import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { transformSync } from 'rolldown/utils';
import { expect, onTestFinished, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { createCourse, FATES, runCommand, writeFiles } from '../testing/miniature.ts';
import { findObstacle } from './obstacle.mjs';

const on = (node: string) => findObstacle(HOME, { node });

test.each(['14.21.3', '18.20.8', '20.18.3', '21.7.3', '22.11.0', '23.11.1'])(
  'Node %s is told which one is needed',
  (node) => {
    expect(
      on(node),
    ).toBe(`This is Node ${node}. The course needs Node 20 (from 20.19 on), 22 (from 22.12
on), or 24 and later. Get one from https://nodejs.org; if you have nvm, run:

  nvm install 24`);
  },
);

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '25.0.0', '26.10.0', '30.1.2'])(
  'Node %s runs the course',
  (node) => {
    expect(on(node)).toBe(undefined);
  },
);

test('what npm warns of is what we refuse', () => {
  const { engines } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'));
  expect(engines.node).toBe('^20.19 || ^22.12 || >=24');
});

test('Bun is told to start Node', () => {
  expect(findObstacle(HOME, { node: '24.3.0', bun: '1.4.5' })).toBe(
    'Bun cannot run this course, but Node can. Run:\n\n  npm test',
  );
});

/** A folder that nothing of ours is above, with what starts a command. */
function createElsewhere(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'learn-async-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const root = join(folder, name);
  mkdirSync(root);
  for (const it of ['package.json', 'src/start'])
    cpSync(join(HOME, it), join(root, it), { recursive: true });
  return root;
}

/** What a command says in that folder on stderr; nothing is done, and the exit code says so. */
function told(root: string, agent: string): Promise<string> {
  const env = { ...process.env, npm_config_user_agent: agent };
  const start = join(root, 'src', 'start', 'start.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [start, 'tutor/test'], { env }, (error, stdout, stderr) => {
      expect({ code: error?.code, stdout }).toEqual({ code: 2, stdout: '' });
      resolve(stderr);
    });
  });
}

test.each([
  ['npm/11.19.1 node/v24.0.0 linux x64', 'npm install'],
  ['pnpm/10.34.9 npm/? node/v24.0.0 linux x64', 'pnpm install'],
  ['', 'npm install'],
])('a folder without packages is told how to get them, started by %j', async (agent, typed) => {
  expect(await told(createElsewhere('fresh'), agent)).toBe(
    `The packages that the course needs are not installed here. Run:\n\n  ${typed}\n`,
  );
});

test('a package that an update has brought is named', async () => {
  const root = createElsewhere('updated');
  writeFiles(root, {
    'package.json': '{ "dependencies": { "old": "1.0.0", "new": "1.0.0" } }',
    'node_modules/old/package.json': '{}',
  });
  expect(await told(root, '')).toBe(
    'Some packages that the course needs are not installed here: new. Run:\n\n  npm install\n',
  );
});

test('a part of rolldown that is there for another machine only is told, in place of its own page', async () => {
  const root = createElsewhere('copied');
  writeFiles(root, {
    'package.json': '{ "dependencies": { "rolldown": "1.0.0" } }',
    'node_modules/rolldown/package.json': '{ "type": "module", "main": "index.js" }',
    'node_modules/rolldown/index.js':
      "throw new Error('Cannot find native binding. npm has a bug related to optional dependencies.');\n",
  });
  expect(await told(root, '')).toBe(
    `The part of rolldown for this machine (${process.platform}-${process.arch}) is not installed. Run:\n\n  npm install\n`,
  );
});

/** As npm starts it: with the path that package.json has. */
function toldAsTyped(root: string): Promise<string> {
  const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'));
  const [, ...args] = scripts.test.split(' ');
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) => {
      expect({ code: error?.code, stdout }).toEqual({ code: 2, stdout: '' });
      resolve(stderr);
    });
  });
}

// Windows has folders where others have a backslash in a name.
test.skipIf(sep === '\\')(
  'a path with a backslash is told before Node refuses to load modules',
  async () => {
    const root = createElsewhere('C\\D');
    expect(await toldAsTyped(root)).toBe(
      `Node cannot load modules from a folder whose path contains a backslash:
${root}
Move the folder to a path without it, such as:

  ${join(homedir(), 'learn-async')}
`,
    );
    expect(await toldAsTyped(createElsewhere('C'))).toContain('npm install');
  },
);

test('every command is started through the same door', () => {
  const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'));
  const others = Object.values<string>(scripts).filter(
    (script) => !/^node src\/start\/door\.cjs (tutor|proof)\/\w+/.test(script),
  );
  expect(others).toEqual(['vitest run --project hostile']);
});

test('a command that never ends, and waits for nothing, is no success', async () => {
  const root = createElsewhere('waits');
  writeFiles(root, { 'src/start/start.mjs': 'await new Promise(() => {});\n' });
  const { status, stderr } = spawnSync(process.execPath, ['src/start/door.cjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 13,
    stderr: 'The command waits for something that can never come. This is a bug of the course.\n',
  });
});

// Windows allows no question mark in a name.
const SIGNS = sep === '/' ? ['#', '%', '%20', '?'] : ['#', '%'];

test.each(SIGNS)('a path with %s is told before any kata is blamed', async (sign) => {
  const root = createElsewhere(`C${sign}`);
  const text = await told(root, '');
  expect(text.slice(0, text.indexOf('Move'))).toBe(
    `vitest cannot load files from a folder whose path contains the sign ${sign[0]}:\n${root}\n`,
  );
  const course = createCourse({});
  onTestFinished(course.remove);
  const inside = join(course.root, `C${sign}`);
  writeFiles(inside, FATES);
  const { code, stdout, stderr } = await runCommand(inside, 'tutor/test');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`contains the sign ${sign[0]}:`);
});

test('a path with any other sign is a path', async () => {
  const course = createCourse({});
  onTestFinished(course.remove);
  const root = join(course.root, sep === '/' ? `*[a](b){c,d}!$e+f & "'` : "[a](b){c,d}!$e+f & '");
  writeFiles(root, FATES);
  const { stdout } = await runCommand(root, 'tutor/test', '01-fates');
  expect(stdout).toContain('✓ 01-fates/1-done  2 of 2 tests pass');
});

test('an old Node can read what tells it that it is old', () => {
  for (const name of ['door.cjs', 'start.mjs', 'obstacle.mjs']) {
    const text = readFileSync(join(HOME, 'src', 'start', name), 'utf8');
    // Nothing would have to be said in another way.
    const [old, now] = ['es2020', 'esnext'].map(
      (target) => transformSync(name, text, { target }).code,
    );
    expect(old).toBe(now);
    expect(text).not.toMatch(/import\.meta\.(dirname|filename)|\.(replaceAll|at|hasOwn)\(/);
    const imported = [...text.matchAll(/^import .* from '(.*)';$/gm)].map(([, from]) => from);
    expect(imported.filter((from) => !/^node:|^\.\/obstacle\.mjs$/.test(from ?? ''))).toEqual([]);
  }
});
