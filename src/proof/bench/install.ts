/** What a learner has to bring: packages, megabytes, seconds. */
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from '../../course/home.ts';
import { median, rounded } from './ratio.ts';

export interface Install {
  readonly packages: number;
  readonly megabytes: number;
  /** Of `npm ci`, with what npm keeps from earlier; null where npm cannot be run or the network is away. */
  readonly seconds: number | null;
}

type Lock = Record<string, { dev?: boolean }>;

/** Installs in a folder of its own; where that cannot be done, counts in the checkout. */
export function benchInstall(samples: number): Install {
  const root = mkdtempSync(join(tmpdir(), 'learn-async-bench-'));
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    cpSync(join(HOME, file), join(root, file));
  try {
    const seconds = Array.from({ length: samples }, () => install(root));
    const done = seconds.filter((taken) => taken !== undefined);
    if (done.length < samples) return { ...sizeOf(HOME), seconds: null };
    return { ...sizeOf(root), seconds: rounded(median(done)) };
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @returns seconds; undefined when it failed */
function install(root: string): number | undefined {
  // npm's own file, run without a shell: its command has another name on every system.
  const npm = process.env.npm_execpath;
  if (!npm) return undefined;
  rmSync(join(root, 'node_modules'), { recursive: true, force: true, maxRetries: 5 });
  const started = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [npm, 'ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'],
    { cwd: root, stdio: 'ignore' },
  );
  return status === 0 ? (performance.now() - started) / 1000 : undefined;
}

/** What is installed there and no author's. */
function sizeOf(root: string): Pick<Install, 'packages' | 'megabytes'> {
  const modules = join(root, 'node_modules');
  const lock: Lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
  const packages = Object.keys(lock).filter((name) => !lock[name]?.dev);
  // A package inside of another is counted with it.
  const outer = packages.filter((name) => name.lastIndexOf('node_modules/') === 0);
  const bytes = outer.reduce((sum, name) => sum + bytesIn(join(root, name)), 0);
  return { packages: packages.length, megabytes: rounded(bytes / 1e6, 1) };
}

function bytesIn(path: string): number {
  const entry = lstatSync(path);
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}
