/** A program and the files that it imports, as one module whose default export runs it. */
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { OutputChunk, Plugin } from 'rolldown';
import { instrument } from './instrument.ts';
import { isScript } from './script.ts';
import { isNode, type Node } from './syntax.ts';
import { whereIs } from './where.ts';

export interface Program {
  /** Absolute path of the file that it starts with. */
  readonly file: string;
  /** Its text, where it is not in that file. */
  readonly text?: string | undefined;
}

export interface Built {
  /** A module. Its default export gets what the program tells, and returns a promise of its end. */
  readonly code: string;
  readonly files: Texts;
}

/** What files said when they were read, by their absolute paths. */
export type Texts = ReadonlyMap<string, string>;

/** The program cannot be read. The message says why, and where. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
  /** Those that were read. */
  readonly files: Texts;

  constructor(message: string, files: Texts) {
    super(message);
    this.files = files;
  }
}

/** Of what rolldown says, the first sentence of the first error, and its place. */
function inWords(error: unknown): string {
  const { errors } = error as { errors?: readonly BuildError[] };
  const [first = error as BuildError] = errors ?? [];
  const [sentence = ''] = stripVTControlCharacters(first.message).split('\n');
  const place = first.loc?.file ? `${shortest(first.loc.file)}:${first.loc.line}: ` : '';
  return place + sentence.replace(/^\[\w+\] /, '').replace(place === '' ? '' : / in \S+$/, '');
}

/** Below the course, as all our pages name files. */
function shortest(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') ? file : path;
}

interface BuildError {
  readonly message: string;
  readonly loc?: { readonly file?: string; readonly line: number };
}

/**
 * As a function that tells what it does.
 *
 * @throws {UnreadableError}
 */
export async function build(program: Program): Promise<Built> {
  const plugins = [asWritten(program), telling(program.file), elsewhere];
  const { chunk, files } = await bundle(program.file, plugins);
  return { code: await functionOf(chunk), files };
}

/**
 * As JavaScript that plain Node runs, and nothing else: in CommonJS, if it is a script.
 *
 * @throws {UnreadableError}
 */
export async function strip(program: Program): Promise<string> {
  const format = isScript(program) ? 'cjs' : 'esm';
  const plugins = [asWritten(program), whereItIs, elsewhere];
  const { chunk } = await bundle(program.file, plugins, format);
  const { code, map } = chunk;
  return map ? `${code}\n//# sourceMappingURL=${map.toUrl()}\n` : code;
}

export async function bundle(
  file: string,
  plugins: Plugin[],
  format: 'esm' | 'cjs' = 'esm',
): Promise<{ readonly chunk: OutputChunk; readonly files: Texts }> {
  const { rolldown } = await import('rolldown');
  const files = new Map<string, string>();
  const noting: Plugin = {
    name: 'noting',
    load: (id) => {
      if (isOurs(id)) files.set(id, textOf(id));
    },
  };
  const bundle = await rolldown({
    input: file,
    platform: 'node',
    treeshake: false,
    onLog: () => {},
    plugins: [noting, ...plugins],
  });
  try {
    const { output } = await bundle.generate({
      format,
      codeSplitting: false,
      sourcemap: true,
      // What runs lies elsewhere.
      sourcemapPathTransform: (source, map) => pathToFileURL(resolve(dirname(map), source)).href,
    });
    return { chunk: output[0], files };
  } catch (error) {
    throw new UnreadableError(inWords(error), files);
  } finally {
    await bundle.close();
  }
}

/** The empty text for what cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const isOurs = (id: string) => !/[\\/]node_modules[\\/]/.test(id) && !id.startsWith('\0');

/** What is not yet in a file is read all the same. Lines keep their numbers. */
function asWritten({ file, text }: Program): Plugin {
  return {
    name: 'as-written',
    resolveId: (id) => (text !== undefined && id === file ? id : undefined),
    load: (id) => {
      if (!isOurs(id)) return undefined;
      const source = text !== undefined && id === file ? text : readFileSync(id, 'utf8');
      // The first line may tell a shell what runs it.
      return (/\.c[jt]s$/.test(id) ? namesIn(id) : '') + source.replace(/^\ufeff?#!/, '//');
    },
  };
}

/** Files know where they are; what tells is told by `instrument`. */
const whereItIs: Plugin = {
  name: 'where-it-is',
  transform: (code, id) => {
    if (!isOurs(id) || !code.includes('import.meta')) return undefined;
    const is = whereIs(id);
    const known = code.replaceAll(/\bimport\.meta\.(filename|dirname|url)\b/g, (_, what) =>
      JSON.stringify(is[what as keyof typeof is]),
    );
    return { code: known, map: null };
  },
};

/** A script finds them beside itself. */
function namesIn(id: string): string {
  return `const __filename = ${JSON.stringify(id)}, __dirname = ${JSON.stringify(dirname(id))}; `;
}

/** @param file the one whose lines are known by their numbers alone */
export function telling(file: string, tells: (id: string) => boolean = () => true): Plugin {
  return {
    name: 'telling',
    transform: (code, id) => {
      if (!isOurs(id) || !tells(id)) return undefined;
      try {
        return { code: instrument(code, id, id === file ? '' : `${basename(id)}:`), map: null };
      } catch {
        // What cannot be read is told by rolldown, in the same words in every case.
        return undefined;
      }
    },
  };
}

/** Packages are not part of the program: they are loaded as they are. */
const elsewhere: Plugin = {
  name: 'elsewhere',
  async resolveId(id, importer) {
    if (!importer || /^(\.|\/|[A-Za-z]:[\\/]|\0)/.test(id)) return undefined;
    if (isBuiltin(id)) return { id, external: true };
    const found = await this.resolve(id, importer, { skipSelf: true });
    if (!found || isOurs(found.id)) return found;
    return { id: pathToFileURL(found.id).href, external: true };
  },
};

/** What it imports is loaded before it runs, in real time; all else is the body of a function, in its own lines. */
export async function functionOf({ code, map }: OutputChunk): Promise<string> {
  const { parseAst } = await import('rolldown/parseAst');
  const statements = (parseAst(code, { lang: 'js' }) as { body: unknown[] }).body.filter(isNode);
  const imports: string[] = [];
  let body = code.replace(/^\/\/# sourceMappingURL=.*$/m, '');
  for (const { type, start, end } of statements.filter(isImportOrExport)) {
    const text = code.slice(start, end);
    if (text.startsWith('import')) imports.push(text.replaceAll('\n', ' '));
    // A script is one expression: export default require_program();
    const gone = type === 'ExportDefaultDeclaration' ? /^export default/ : /[^\n]/g;
    body =
      body.slice(0, start) + text.replace(gone, ' '.repeat(gone.global ? 1 : 14)) + body.slice(end);
  }
  const source = map ? `\n//# sourceMappingURL=${map.toUrl()}\n` : '';
  return `${imports.join(' ')} export default async function ($play) { ${body}\n$play.main.end(); }${source}`;
}

function isImportOrExport({ type }: Node): boolean {
  return /^(Import|Export\w*)Declaration$/.test(type);
}
