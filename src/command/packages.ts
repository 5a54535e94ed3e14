import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../course/home.ts';

const INSTALL = ['install', '--include=dev', '--no-audit', '--no-fund'];

/**
 * A plain `npm install` brings what learners need; this brings what only authors need, once.
 *
 * @returns false when it could not, and has said so
 */
export function bringAuthorsPackages(): boolean {
  if (isComplete()) return true;
  console.error(`Bringing the packages that only authors need: npm ${INSTALL.join(' ')}\n`);
  // npm's own file, run without a shell: its command has another name on every system.
  const npm = process.env.npm_execpath;
  if (npm)
    spawnSync(process.execPath, [npm, ...INSTALL], {
      cwd: HOME,
      // What the caller prints may be for a program to read.
      stdio: ['inherit', process.stderr, 'inherit'],
    });
  if (isComplete()) return true;
  console.error(`They are still missing. Run: npm ${INSTALL.slice(0, 2).join(' ')}`);
  return false;
}

function isComplete(): boolean {
  const { devDependencies } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'));
  return Object.keys(devDependencies).every((name) => existsSync(join(HOME, 'node_modules', name)));
}
