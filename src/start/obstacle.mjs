/**
 * What keeps the course from running on a machine, told before anything else is loaded. Old versions of Node have to
 * read this file, so it is written in what Node 14 knows.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Of older lines of versions, the first that runs the course. */
const FIRST_MINOR = { 20: 19, 22: 12 };

/** From this one on, all of them do. */
const FIRST_MAJOR = 24;

/**
 * @param {string} home the folder of the course
 * @param {{ bun?: string, node: string }} versions of the process
 * @returns {string | undefined} a sentence, and the command that helps
 */
export function findObstacle(home, versions = process.versions) {
  return (
    inRuntime(versions) || inPath(home) || inPath(process.cwd()) || inPackages(home) || undefined
  );
}

/** @param {{ bun?: string, node: string }} versions */
function inRuntime({ bun, node }) {
  if (bun) return 'Bun cannot run this course, but Node can. Run:\n\n  npm test';
  const [major, minor] = node.split('.').map(Number);
  if (major >= FIRST_MAJOR || minor >= FIRST_MINOR[major]) return undefined;
  return `This is Node ${node}. The course needs Node 20 (from 20.19 on), 22 (from 22.12
on), or 24 and later. Get one from https://nodejs.org; if you have nvm, run:

  nvm install 24`;
}

/** vite takes the path of a file for a URL, and cuts it at these signs. @param {string} home */
function inPath(home) {
  const [sign] = /[#?%]/.exec(home) || [];
  if (!sign) return undefined;
  return `vitest cannot load files from a folder whose path contains the sign ${sign}:
${home}
Move the folder to a path without it, such as:

  ${join(homedir(), 'learn-async')}`;
}

/** @param {string} home */
function inPackages(home) {
  const file = join(home, 'package.json');
  const names = Object.keys(JSON.parse(readFileSync(file, 'utf8')).dependencies);
  const missing = names.filter(
    (name) => !existsSync(join(home, 'node_modules', name)) && !isFoundFrom(file, name),
  );
  if (missing.length === 0) return undefined;
  const what =
    missing.length === names.length
      ? 'The packages that the course needs are not installed here.'
      : `Some packages that the course needs are not installed here: ${missing.join(', ')}.`;
  return `${what} Run:\n\n  ${manager()} install`;
}

/** Further up, or where Yarn keeps it. @param {string} file @param {string} name */
function isFoundFrom(file, name) {
  try {
    return createRequire(file).resolve(`${name}/package.json`) !== '';
  } catch (error) {
    // A package that keeps this file to itself is there all the same.
    return error.code !== 'MODULE_NOT_FOUND';
  }
}

/** What started us; else the one that comes with Node. */
function manager() {
  const [name] = /^(pnpm|yarn|bun)\b/.exec(process.env.npm_config_user_agent || '') || ['npm'];
  return name;
}
