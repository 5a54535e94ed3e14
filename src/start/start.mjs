// Starts one of our commands: node src/start/start.mjs tutor/test 01
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOf } from './bundle.mjs';

const [node, , entry = '', ...args] = process.argv;
const source = join(import.meta.dirname, '..', `${entry}.ts`);
process.argv = [/** @type {string} */ (node), source, ...args];
const bundle = await bundleOf(entry);
if (!bundle) await import('./typescript.mjs');
await import(pathToFileURL(bundle ?? source).href);
