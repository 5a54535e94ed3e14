import { join } from 'node:path';
import type { Plugin } from 'vite';
import { JUDGE, nameOf, specOf } from './loading/subjects.ts';

/** A file with all its mutants in it. */
export interface Mutated {
  /** Absolute path. */
  readonly file: string;
  /** TypeScript; `__stryker__.activeMutant` says which mutant is active. */
  readonly code: string;
  readonly mutants: readonly { readonly id: string }[];
}

const SUITES = join(import.meta.dirname, 'mutant-suites.ts').replaceAll('\\', '/');

const IMPORT = /^import [^;]*;/gm;

const EXPORT =
  /^export (?<what>(?:async )?function\*? |class |const |let )(?<name>[\w$]+)|^export (?=type |interface )/gm;

/**
 * Lets the spec of a kata judge each of these files once as it was written, and once with each of its mutants.
 * Every time is a suite of its own, named by the id of the mutant; what comes after its first failure is
 * skipped.
 */
export function mutants(mutated: readonly Mutated[]): Plugin {
  const byFile = new Map(mutated.map((it) => [it.file.replaceAll('\\', '/'), it]));
  let root = '';
  return {
    name: 'learn-async:mutants',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    load(id) {
      const found = byFile.get(id);
      const spec = found && specOf(id, root);
      return spec && suites(found, spec);
    },
  };
}

/**
 * What the file has at its top is made into a function: so each mutant has its own, and those that are there
 * only while the file is loaded are tried like any other.
 */
function suites({ file, code, mutants }: Mutated, spec: string): string {
  const imports = code.match(IMPORT) ?? [];
  const names: string[] = [];
  const body = code.replace(IMPORT, '').replace(EXPORT, (_, what?: string, name?: string) => {
    if (name) names.push(name);
    return name ? `${what}${name}` : '';
  });
  if (/^export\b/m.test(body))
    throw new Error(`${file} exports something else than a function, a class or a variable.`);
  const judge = `globalThis[${JSON.stringify(nameOf(spec))}]`;
  const ids = mutants.map(({ id }) => id);
  // The spec is loaded before what the file imports, as it is when the file stands by itself.
  return `import { judgeMutants as __judgeMutants } from ${JSON.stringify(SUITES)};
import ${JSON.stringify(spec + JUDGE)};
${imports.join('\n')}
__judgeMutants(${judge}, () => {
${body}
return { ${names.join(', ')} };
}, ${JSON.stringify(ids)});
`;
}
