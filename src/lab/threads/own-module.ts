/** What somebody has written, for a thread of Node's own: it runs no TypeScript in Node 20. */
import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A URL that any module can import. What the file itself imports by a path is in it, and packages are found.
 *
 * @param file a spec stands for the stub that it judges
 */
export async function ownModule(file: string): Promise<string> {
  return asURL(await textOf(file.replace(/\.spec\.ts$/, '.ts')));
}

export const asURL = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

async function textOf(file: string): Promise<string> {
  const { parseSync, transformSync } = await import('rolldown/utils');
  const { code } = transformSync(file, await readFile(file, 'utf8'), { sourcemap: false });
  let text = code;
  // From the end on: what lies before stays where it is.
  for (const statement of parseSync('own.mjs', code).program.body.reverse()) {
    if (!('source' in statement) || !statement.source) continue;
    const { start, end, value } = statement.source;
    const place = JSON.stringify(await placeOf(value, file));
    text = text.slice(0, start) + place + text.slice(end);
  }
  return text;
}

/** From where a module without a place imports what this file calls so. */
async function placeOf(name: string, file: string): Promise<string> {
  if (isBuiltin(name)) return name;
  if (name.startsWith('.')) return asURL(await textOf(resolve(dirname(file), name)));
  return pathToFileURL(createRequire(file).resolve(name)).href;
}
