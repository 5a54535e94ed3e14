/**
 * Our own TypeScript as one file of JavaScript. Node 20 reads no TypeScript, and where it is read, one file is read
 * several times as fast as fifty. It is made when it is first needed, and again when something has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SRC = join(import.meta.dirname, '..');

/** Among the packages, where bare imports find them, and nobody looks for what is theirs. */
const CACHE = join(SRC, '..', 'node_modules', '.cache', 'learn-async');

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
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(state)) return file;
  try {
    await write(join(SRC, `${entry}.ts`), file, state);
    return file;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).syscall) return undefined;
    throw error;
  }
}

/** What tells one state of our sources from another. */
function stateOfSources() {
  const hash = createHash('sha1');
  for (const name of readdirSync(SRC, { recursive: true, encoding: 'utf8' }).sort()) {
    if (
      !/\.m?ts$|\.mjs$/.test(name) ||
      /\.test\.ts$|^testing[\\/]|^proof[\\/]packages[\\/]answers[\\/]/.test(name)
    )
      continue;
    const { size, mtimeMs, ctimeMs } = statSync(join(SRC, name));
    hash.update(`${name} ${size} ${mtimeMs} ${ctimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} entry @param {string} file @param {string} banner */
async function write(entry, file, banner) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    external: (id) => !/^[./]|^[A-Za-z]:[\\/]/.test(id),
    plugins: [{ name: 'where-it-was', transform: whereItWas }],
  });
  mkdirSync(CACHE, { recursive: true });
  // Another process that needs it at the same time finds the one before, or all of it.
  const half = `${file}.${process.pid}`;
  await bundle.write({ file: half, format: 'esm', codeSplitting: false, banner });
  await bundle.close();
  renameSync(half, file);
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
