/**
 * Each thread has its own copy of every module. So what a kata of threads exports can be made again: the body of its
 * file becomes a function, on the very same lines.
 */
import type { Plugin } from 'vite';
import { COPY } from '../../lab/trace/own-copy.ts';
import { isJudging } from './subjects.ts';

/** The chapters of threads. */
const KATAS =
  /[\\/](?:katas|solutions)[\\/]\d+-(?:threads-and-processes|thread-safety)[\\/](?!.*(?:\.spec|[\\/]scenes)\.ts).*\.ts$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Named extends Node {
  readonly name?: string;
  readonly id?: Named | null;
  readonly declaration?: Named | null;
  readonly declarations?: readonly Named[];
  readonly specifiers?: readonly { readonly local: Named; readonly exported: Named }[];
  readonly source?: object | null;
}

/** What one statement of a module is here. */
interface Part {
  /** What comes in front of the function, or behind it. */
  readonly before?: string;
  readonly after?: string;
  /** What is left of it in the function, from here on; all of it unless told. */
  readonly kept?: number;
  /** Stands in the place of the first word. */
  readonly instead?: string;
  /** What it exports, and what that is called inside. */
  readonly exports?: readonly (readonly [name: string, inside: string])[];
}

export function ownCopies(files = KATAS): Plugin {
  return {
    name: 'learn-async:own-copies',
    transform(code, id) {
      const [file = '', query] = id.split('?');
      // Whoever loads a file with this mark wants copies of it.
      if (!files.test(file) && query !== 'copy') return;
      const made = asFunction(code, this.parse(code).body as readonly Named[]);
      try {
        this.parse(made);
      } catch {
        // It awaits at its top: there is one copy of it, as for any other file.
        return;
      }
      return { code: made, map: null };
    },
  };
}

function asFunction(code: string, body: readonly Named[]): string {
  let inside = code;
  let moved = 0;
  const parts = body.map((node) => {
    const part = partOf(code, node);
    const { start } = node;
    const gone = inside.slice(start + moved, (part.kept ?? start) + moved);
    const left = (part.instead ?? '') + gone.replaceAll(/[^\n]/g, ' ');
    inside = inside.slice(0, start + moved) + left + inside.slice(start + moved + gone.length);
    moved += left.length - gone.length;
    return part;
  });
  const text = (which: 'before' | 'after') => parts.map((part) => part[which] ?? '').join('');
  const exports = parts.flatMap((part) => part.exports ?? []);
  const returned = exports.map(([name, local]) => `${name}: ${local}`).join(', ');
  const names = exports.map(([name], i) => `${name}: $${i}`).join(', ');
  const exported = exports.map(([name], i) => `$${i} as ${name}`).join(', ');
  return [
    `${text('before')}const ${COPY} = () => {${inside}`,
    `;return { ${returned} }; };`,
    `const { ${names} } = ${COPY}();`,
    `export { ${[exported, COPY].filter(Boolean).join(', ')} };${text('after')}`,
  ].join('\n');
}

function partOf(code: string, node: Named): Part {
  const { type, start, end, declaration, specifiers = [], source } = node;
  const text = `${code.slice(start, end).replaceAll('\n', ' ')};`;
  if (type === 'ImportDeclaration' || type === 'ExportAllDeclaration' || source)
    return { before: text, kept: end };
  if (isJudging(text))
    return { [text.includes('await import') ? 'before' : 'after']: text, kept: end };
  if (type === 'ExportDefaultDeclaration' && declaration) {
    const name = declaration.id?.name;
    if (name) return { kept: declaration.start, exports: [['default', name]] };
    return {
      kept: declaration.start,
      instead: 'const $default =',
      exports: [['default', '$default']],
    };
  }
  if (type === 'ExportNamedDeclaration') {
    if (!declaration)
      return {
        kept: end,
        exports: specifiers.map(({ local, exported }) => [`${exported.name}`, `${local.name}`]),
      };
    const declared = declaration.id ? [declaration] : (declaration.declarations ?? []);
    const names = declared.map(({ id }) => `${id?.name}`);
    return { kept: declaration.start, exports: names.map((name) => [name, name]) };
  }
  return {};
}
