import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Plugin } from 'vite';
import { ssrModuleExportsKey } from 'vite/module-runner';
import { ownCodeOf } from '../../lab/own-code.ts';

/** Marks a spec that is made into a function of what it judges. */
export const JUDGE = '?judge';

/** Marks an answer that another one imports: in a worker there is one copy of it, and that of its own turn is judged. */
const NEIGHBOUR = '?neighbour';

/** Whether a statement hands what a file exports to its spec, or loads that spec. */
export const isJudging = (statement: string) => statement.startsWith('globalThis["__judge:');

const IMPORT = /^import (?:type )?(?<names>\{[^}]*\}|\* as \w+) from '(?<from>[^']+)';/gm;

/**
 * Lets a file that is no spec stand as a test file: it is followed by the spec of its kata, which judges
 * what the file itself exports in the place of the stub. So one spec judges the learner's stub, the
 * reference and every attempt, and a failure is reported under the name of the one judged.
 */
export function subjects(): Plugin {
  let root = '';
  return {
    name: 'learn-async:subjects',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    resolveId(source, importer) {
      if (isImportedByAnswer(source, importer, root))
        return resolve(dirname(importer as string), source) + NEIGHBOUR;
      if (!source.endsWith(JUDGE)) return null;
      // Code that vitest has kept from an earlier run names it from the root on.
      return existsSync(source.slice(0, -JUDGE.length)) ? source : root + source;
    },
    load(id) {
      if (id.endsWith(JUDGE)) return judgeIn(id.slice(0, -JUDGE.length));
      if (id.endsWith(NEIGHBOUR)) return readFileSync(id.slice(0, -NEIGHBOUR.length), 'utf8');
      const spec = specOf(id, root);
      return spec && judged(id, spec);
    },
  };
}

/** Whether an answer imports another one, and not its spec a file of its own. */
function isImportedByAnswer(source: string, importer: string | undefined, root: string): boolean {
  if (!importer || !/^\.\.?\/.*\.ts$/.test(source)) return false;
  const [by = ''] = importer.split('?');
  const isAnswer = specOf(by, root) !== undefined;
  return isAnswer && specOf(resolve(dirname(by), source), root) !== undefined;
}

/**
 * The file, and then the spec on what it exports. The spec is loaded before: it brings the lab, and what
 * the file keeps at its top (a `promisify(setTimeout)`) has to be virtual already; so has what a package keeps
 * that the file imports, which is loaded before all of its statements. All of it stays on the line on which it was.
 */
function judged(file: string, spec: string): string {
  const judge = `globalThis[${JSON.stringify(nameOf(spec))}]`;
  const from = JSON.stringify(spec + JUDGE);
  // An import costs a question to vitest, and most files can do without one.
  const { hasPackages } = ownCodeOf(file);
  const load = hasPackages ? `import ${from}` : `${judge} ?? await import(${from})`;
  return `${load}; ${readFileSync(file, 'utf8')}\n${judge}(${ssrModuleExportsKey});\n`;
}

/** What `judged` puts in front of a file, on its first line. */
const PRELUDE =
  /(?:globalThis\["__judge:[^"\n]*"\] \?\? await import\("[^"\n]*\?judge"\)|import "[^"\n]*\?judge"); /;

/** A parser shows the line on which it fails, with a mark below: all as they are in the author's file. */
export function withoutPrelude(message: string): string {
  const plain = stripVTControlCharacters(message);
  const prelude = PRELUDE.exec(plain)?.[0];
  if (!prelude) return message;
  const { length } = prelude;
  return plain
    .replaceAll(prelude, '')
    .replace(/(?<=\.ts:1:)\d+/g, (column) => String(Number(column) - length))
    .replace(new RegExp(`^( *│) {${length}}`, 'gm'), '$1');
}

/**
 * The spec as a function that gets what its stub would export, so that it is read once for all that it
 * judges: vitest asks again for every import, and this is most of what a proof would wait for. The lines
 * of the spec stay where they are.
 */
function judgeIn(spec: string): string {
  const stub = resolve(spec.replace(/\.spec\.ts$/, '.ts'));
  const others: string[] = [];
  const body = readFileSync(spec, 'utf8').replace(IMPORT, (line, names: string, from: string) => {
    const isStub = from.startsWith('.') && resolve(dirname(spec), from) === stub;
    if (!isStub) others.push(line.replaceAll(/\s+/g, ' '));
    const taken = names.startsWith('*') ? names.slice('* as '.length) : destructured(names);
    return (isStub ? `const ${taken} = __subject;` : '') + line.replaceAll(/[^\n]/g, '');
  });
  return `${others.join(' ')} export default function judge(__subject: any) { ${body}
}
Object.defineProperty(globalThis, ${JSON.stringify(nameOf(spec))}, { value: judge, configurable: true });
`;
}

/** What a spec is kept under; names like this are nobody's but ours. */
export function nameOf(spec: string): string {
  return `__judge:${spec}`;
}

/** `{ a, b as c, type D }` of an import, as it would be taken out of an object. */
function destructured(names: string): string {
  const values = names
    .slice(1, -1)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
  return `{ ${values.map((name) => name.replace(' as ', ': ')).join(', ')} }`;
}

/** The spec that judges a stub, a reference or an attempt; undefined for any other file. */
export function specOf(file: string, root: string): string | undefined {
  const [half, chapter, kata, attempt, ...deeper] = relative(root, file).split(/[\\/]/);
  if ((half !== 'katas' && half !== 'solutions') || !chapter || !kata || deeper.length > 0)
    return undefined;
  if (file.endsWith('.spec.ts') || !file.endsWith('.ts')) return undefined;
  const name = attempt ? kata : basename(kata, '.ts');
  const spec = join(root, 'katas', chapter, `${name}.spec.ts`);
  return existsSync(spec) ? spec : undefined;
}
