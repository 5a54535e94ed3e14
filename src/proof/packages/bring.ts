import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recall, remember } from '../../course/keep.ts';

/** Scripts of packages are none of ours; and nobody has to be asked for money. */
const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];

const LOCK = 'package-lock.json';

/**
 * Brings packages into a folder, each in the version that the lock names, unless they are there already.
 *
 * @param from the folder of `package.json` and its lock
 * @param npm npm's own file; its command has another name on every system
 * @returns false when they could not be brought, and it has said so
 */
export function bringPackages(
  from: string,
  to: string,
  npm: string | undefined = process.env.npm_execpath,
): boolean {
  const lock = readFileSync(join(from, LOCK), 'utf8');
  if (existsSync(join(to, 'node_modules')) && recall(to, 'lock') === lock) return true;
  console.error('Bringing the packages of src/proof/packages. This may take a minute.\n');
  mkdirSync(to, { recursive: true });
  for (const name of ['package.json', LOCK]) copyFileSync(join(from, name), join(to, name));
  const { status } = spawnSync(process.execPath, [npm ?? '', ...INSTALL], {
    cwd: to,
    // What the caller prints may be for a program to read.
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (npm && status === 0) {
    remember(to, 'lock', lock);
    return true;
  }
  console.error(
    'The packages could not be brought. This needs the network, and npm: npm run prove -- --packages',
  );
  return false;
}
