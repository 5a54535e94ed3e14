import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import type { Program } from './build.ts';

/** Whether Node runs it as CommonJS: there, what it gives to `nextTick` comes before the first microtasks. */
export function isScript({ file, text }: Program): boolean {
  if (/\.m[jt]s$/.test(file)) return false;
  if (/\.c[jt]s$/.test(file)) return true;
  const type = typeOfPackage(dirname(file));
  if (type !== undefined) return type !== 'module';
  return !hasModuleSyntax(text ?? readFileSync(file, 'utf8'), file);
}

/** Of the nearest package.json; undefined where it leaves it open. */
function typeOfPackage(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).type;
  const above = dirname(folder);
  return above === folder ? undefined : typeOfPackage(above);
}

/** Node looks whether it can be anything but a module. */
function hasModuleSyntax(source: string, file: string): boolean {
  const lang = file.endsWith('ts') ? 'ts' : 'js';
  try {
    const { body } = parseAst(source, { lang, sourceType: 'module' }, file);
    if (body.some(({ type }) => /^(Import|Export)\w*Declaration$/.test(type))) return true;
    parseAst(source, { lang, sourceType: 'script' }, file);
    return /\bimport\s*\.\s*meta\b/.test(source);
  } catch {
    // An await at its top is one of a module.
    return true;
  }
}
