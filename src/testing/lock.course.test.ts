/** What `npm install` is told: every version exact, no registry named, nothing missing on any platform. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';

interface Entry {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (name: string) => JSON.parse(readFileSync(join(HOME, name), 'utf8'));

const { dependencies, devDependencies } = read('package.json') as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const locked: Record<string, Entry> = read('package-lock.json').packages;
const packages = Object.entries(locked).filter(([path]) => path !== '');

test('every package that we ask for has an exact version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('every package is known by its content, and none by the registry that it came from', () => {
  expect(packages.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  expect(packages.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
});

test('the builds for other platforms are all there', () => {
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isFound(path, name))
      .map((name) => `${name}, for ${path}`),
  );
  expect(missing).toEqual([]);
  for (const platform of ['darwin-arm64', 'linux-x64-gnu', 'win32-x64-msvc']) {
    expect(packages.some(([path]) => path.endsWith(`binding-${platform}`))).toBe(true);
  }
});

/** In the package's own node_modules, or in one further up. */
function isFound(path: string, name: string): boolean {
  const folders = path.split('/node_modules/').map((_, i, all) => all.slice(0, i + 1));
  return ['', ...folders.map((folder) => `${folder.join('/node_modules/')}/`)].some(
    (folder) => `${folder}node_modules/${name}` in locked,
  );
}
