/**
 * Our own TypeScript as one file of JavaScript. Node 20 reads no TypeScript, and where it is read, one file is read
 * several times as fast as fifty. It is made when it is first needed, and again when something has changed.
 */
import { createHash } from 'node:crypto';
import {
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
  const file = join(CACHE, `${entry.replaceAll('/', '-')}.mjs`);
  const state = `// ${stateOfSources()}`;
  if (isOf(state, file)) return file;
  try {
    mkdirSync(CACHE, { recursive: true });
    write(await bundle(join(SRC, `${entry}.ts`), state), file);
    return file;
  } catch (error) {
    if (!(/** @type {NodeJS.ErrnoException} */ (error).syscall)) throw error;
    // Windows does not replace a file that another process reads: that one has just made it.
    return isOf(state, file) ? file : undefined;
  }
}

/** @param {string} state @param {string} file */
function isOf(state, file) {
  try {
    return readFileSync(file, 'utf8').startsWith(state);
  } catch {
    return false;
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

/** @param {string} entry @param {string} banner @returns {Promise<string>} */
async function bundle(entry, banner) {
  const { rolldown } = await import('rolldown');
  const made = await rolldown({
    input: entry,
    platform: 'node',
    external: (id) => !/^[./]|^[A-Za-z]:[\\/]/.test(id),
    plugins: [{ name: 'where-it-was', transform: whereItWas }],
  });
  const { output } = await made.generate({ format: 'esm', codeSplitting: false, banner });
  await made.close();
  return output[0].code;
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
