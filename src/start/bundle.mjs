/**
 * Our own TypeScript as one file of JavaScript. Node 20 reads no TypeScript, and where it is read, one file is read
 * several times as fast as fifty. It is made when it is first needed, and again when something has changed.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SRC = join(import.meta.dirname, '..');

/**
 * Among the packages, where bare imports find them, and nobody looks for what is theirs. The files know where they
 * were made, so each place of the course has its own: it may be moved, copied, or mounted somewhere else.
 */
const CACHE = join(SRC, '..', 'node_modules', '.cache', 'learn-async', hashOf(SRC));

/** @type {Map<string, Promise<string | undefined>>} What this process has looked at already. */
const made = new Map();

/**
 * @param {string} entry below `src`, such as `tutor/test`
 * @returns {Promise<string | undefined>} the file; undefined where nothing can be written
 */
export function bundleOf(entry) {
  const known = made.get(entry) ?? make(entry);
  made.set(entry, known);
  return known;
}

/** @param {string} entry @returns {Promise<string | undefined>} */
async function make(entry) {
  const file = fileOf(entry);
  const state = `// ${stateOfSources()}`;
  if (madeOf(state, file)) return file;
  try {
    mkdirSync(CACHE, { recursive: true });
    const [{ code }, other] = await bundle(entry, state);
    if (other && !existsSync(join(CACHE, other.fileName)))
      write(other.code, join(CACHE, other.fileName));
    write(code, file);
    if (other) removeOthersBut(other.fileName);
    return file;
  } catch (error) {
    if (!(/** @type {NodeJS.ErrnoException} */ (error).syscall)) throw error;
    // Windows does not replace a file that another process reads: that one has just made it.
    return madeOf(state, file) ? file : undefined;
  }
}

/** @param {string} entry */
const nameOf = (entry) => entry.replaceAll('/', '-');

/** @param {string} entry */
const fileOf = (entry) => join(CACHE, `${nameOf(entry)}.mjs`);

/** @param {string} state @param {string} file @returns {string | undefined} what was made; undefined for another state */
function madeOf(state, file) {
  try {
    const text = readFileSync(file, 'utf8');
    const other = otherIn(text);
    return text.startsWith(state) && (!other || existsSync(other)) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** What tells one state of our sources from another. */
function stateOfSources() {
  const states = [];
  for (const name of readdirSync(SRC, { recursive: true, encoding: 'utf8' }).sort()) {
    if (
      !/\.m?ts$|\.mjs$/.test(name) ||
      /\.test\.ts$|^testing[\\/]|^proof[\\/]packages[\\/]answers[\\/]/.test(name)
    )
      continue;
    // An editor may mark what it has open by a link that leads nowhere.
    const state = statSync(join(SRC, name), { throwIfNoEntry: false });
    states.push(`${name} ${state?.size} ${state?.mtimeMs} ${state?.ctimeMs}\n`);
  }
  return hashOf(states.join(''));
}

/** @param {string} text */
function hashOf(text) {
  return createHash('sha1').update(text).digest('hex').slice(0, 12);
}

/** Of this one, all that does not ask vitest for anything is another file: a worker can load it ahead. */
const IN_TWO = 'lab/index';

/** Begins its name, which goes on with a digest of what is in it. */
const OTHER = 'lab-ahead';

/** @param {string} text of a file that was made @returns {string | undefined} */
function otherIn(text) {
  const [, name] = RegExp(`^import .* from "\\./(${OTHER}-[\\w-]+\\.mjs)";$`, 'm').exec(text) ?? [];
  return name && join(CACHE, name);
}

/** @returns {string | undefined} what can be loaded before the lab; undefined where it has to be made first */
export function aheadOfLab() {
  const text = madeOf(`// ${stateOfSources()}`, fileOf(IN_TWO));
  return text && otherIn(text);
}

/** Those of earlier states. @param {string} current */
function removeOthersBut(current) {
  const old = readdirSync(CACHE).filter((name) => name.startsWith(OTHER) && name !== current);
  for (const name of old) rmSync(join(CACHE, name), { force: true });
}

/** @typedef {{ fileName: string, code: string }} Made */

/** @param {string} entry @param {string} banner @returns {Promise<[Made, Made?]>} */
async function bundle(entry, banner) {
  const { rolldown } = await import('rolldown');
  const other = {
    name: OTHER,
    /** @param {string} id */
    test: (id) => !readFileSync(id, 'utf8').includes(" from 'vitest';"),
  };
  const made = await rolldown({
    input: { [nameOf(entry)]: join(SRC, `${entry}.ts`) },
    platform: 'node',
    external: (id) => !/^[./]|^[A-Za-z]:[\\/]/.test(id),
    plugins: [{ name: 'where-it-was', transform: whereItWas }],
  });
  const { output } = await made.generate({
    format: 'esm',
    codeSplitting: entry === IN_TWO && { groups: [other] },
    banner,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  await made.close();
  const [first, second] = output;
  return second?.type === 'chunk' ? [first, second] : [first];
}

/**
 * Another process that needs it at the same time finds the one before, or all of it.
 *
 * @param {string} code @param {string} file
 */
function write(code, file) {
  const half = `${file}.${process.pid}`;
  try {
    writeFileSync(half, code);
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/**
 * Files find others by where they are themselves.
 *
 * @param {string} code @param {string} id
 */
function whereItWas(code, id) {
  const is = { filename: id, dirname: dirname(id), url: pathToFileURL(id).href };
  return code.replaceAll(/\bimport\.meta\.(filename|dirname|url)\b/g, (_, what) =>
    JSON.stringify(is[/** @type {keyof typeof is} */ (what)]),
  );
}
