/** What a learner has to bring: packages, megabytes, seconds. */
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../course/home.ts';
import { createScratch } from '../../course/keep.ts';
import { median } from './figures.ts';

export interface Install {
  readonly packages: number;
  readonly megabytes: number;
  /** Of `npm ci`, with what npm keeps from earlier; null where npm cannot be run or the network is away. */
  readonly seconds: number | null;
}

/** Installs in a folder of its own; where that cannot be done, counts in the checkout. */
export function benchInstall(samples: number): Install {
  const { root, remove } = createScratch(HOME, 'bench');
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    cpSync(join(HOME, file), join(root, file));
  try {
    const taken = Array.from({ length: samples }, () => install(root));
    return taken.includes(null)
      ? { ...sizeOf(HOME), seconds: null }
      : { ...sizeOf(root), seconds: median(taken as number[]) };
  } finally {
    remove();
  }
}

/** @returns seconds; null when it failed */
function install(root: string): number | null {
  // npm's own file, run without a shell: its command has another name on every system.
  const npm = process.env.npm_execpath;
  if (!npm) return null;
  rmSync(join(root, 'node_modules'), { recursive: true, force: true, maxRetries: 5 });
  const started = performance.now();
  const args = [npm, 'ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
  return status === 0 ? (performance.now() - started) / 1000 : null;
}

/** What is installed there and no author's. */
function sizeOf(root: string): Pick<Install, 'packages' | 'megabytes'> {
  const lock = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'));
  const packages = Object.keys(lock.packages).filter((name) => !lock.packages[name].dev);
  // A package inside of another is counted with it.
  const outer = packages.filter((name) => name.lastIndexOf('node_modules/') === 0);
  const bytes = outer.flatMap((name) =>
    readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((path) => {
      const entry = lstatSync(join(root, name, path));
      return entry.isDirectory() ? 0 : entry.size;
    }),
  );
  return { packages: packages.length, megabytes: bytes.reduce((sum, size) => sum + size, 0) / 1e6 };
}
