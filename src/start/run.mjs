// Runs the command of which start.mjs was told, when nothing stands in its way.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOf } from './bundle.mjs';
import { keepCompiled } from './compiled.mjs';
import { started } from './started.mjs';

const [node = '', , entry = '', ...args] = process.argv;
const source = join(import.meta.dirname, '..', `${entry}.ts`);
process.argv = [node, source, ...args];
started.entry = entry;
keepCompiled();
try {
  const bundle = await bundleOf(entry);
  if (!bundle) await import('./typescript.mjs');
  await import(pathToFileURL(bundle ?? source).href);
} catch (error) {
  if (!lacksBinary(error)) throw error;
  const here = `${process.platform}-${process.arch}`;
  console.error(
    `The part of rolldown for this machine (${here}) is not installed. Run:\n\n  npm install`,
  );
  process.exit(2);
}
if (!started.hasRun) {
  console.error(`Nothing was run: src/${entry}.ts is no command of this course.`);
  process.exitCode = 1;
}

/** npm leaves it out with `--omit=optional`, and a folder that was installed on another system has another one. */
function lacksBinary(error) {
  return error instanceof Error && /native binding|@rolldown\/binding/.test(error.message);
}
