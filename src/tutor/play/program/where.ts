import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a module reads of `import.meta`: that of the file as it was written, wherever it runs. */
export function whereIs(file: string) {
  return { filename: file, dirname: dirname(file), url: pathToFileURL(file).href };
}
