import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Marks a module as the code under test, and not as the test file of the same name. */
const SUBJECT = '?subject';
/** Names, behind a spec, the file that stands in for its stub. */
const OF = '?of=';

/**
 * Lets a file that is no spec stand as a test file: loading it gives the spec of its kata, in which
 * the import of the stub is answered with the file itself. So one spec judges the learner's stub, the
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
      if (source.includes(OF)) {
        const [spec = ''] = source.split(OF);
        // Code that vitest has kept from an earlier run names it from the root on.
        return existsSync(spec) ? source : root + source;
      }
      const [spec, subject] = importer?.split(OF) ?? [];
      if (!spec || !subject || !source.startsWith('.')) return null;
      const isStub = resolve(dirname(spec), source) === resolve(stubOf(spec));
      return isStub ? subject + SUBJECT : null;
    },
    load(id) {
      const spec = id.includes('?') ? undefined : specOf(id, root);
      return spec && `import ${JSON.stringify(`${spec}${OF}${id}`)};`;
    },
  };
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

function stubOf(spec: string): string {
  return spec.replace(/\.spec\.ts$/, '.ts');
}
