import { existsSync, statSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { Kata } from '../course.ts';
import { wrap } from '../lab/tell.ts';

const LONGEST = 14;

/** Why a kata cannot be run at all, in words and with its file. */
export function explainBroken(kata: Kata, message: string): string {
  const file = `katas/${kata.id}.ts`;
  if (!existsSync(kata.stub)) {
    return `${file} is gone. This brings the stub back:\n\n  npm run reset ${kata.name}`;
  }
  if (!statSync(kata.stub).isFile()) return `${file} is a folder; it should be a file.`;
  const words = stripVTControlCharacters(message).trim().split('\n').slice(0, LONGEST).join('\n');
  const why = /PARSE_ERROR|SyntaxError|Transform failed|Unexpected token/i.test(message)
    ? 'cannot be read as TypeScript, so nothing of it was run:'
    : 'fails while it is being loaded, before any of its functions is called:';
  return `${wrap(`${file} ${why}`, 76)}\n\n${words}`;
}
