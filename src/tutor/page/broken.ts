import { existsSync, statSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { fileOf, type KataStanding } from '../../judging/standing.ts';
import { REFUSED } from '../../runner/loading/learners-files.ts';
import { DEATH } from '../../runner/workers/survive.ts';
import { breakLine } from '../../text/layout.ts';

const LONGEST = 14;

/** Why a kata cannot be run at all, in words and with its file. */
export function explainBroken(standing: KataStanding, message: string, width: number): string {
  const { kata, isReference } = standing;
  const file = fileOf(standing);
  const path = isReference ? kata.reference : kata.stub;
  if (!existsSync(path)) {
    return `${file} is missing. This command brings the stub back:\n\n  npm run reset ${kata.typed}`;
  }
  if (!statSync(path).isFile()) return `${file} is a folder; it should be a file.`;
  if (message.startsWith(DEATH))
    return message
      .slice(DEATH.length)
      .split('\n')
      .map((line) => breakLine(line, width))
      .join('\n');
  const [, refused] = message.split(REFUSED);
  if (refused) return breakLine(`${file} is not loaded: ${refused}`, width);
  const words = stripVTControlCharacters(message).trim().split('\n').slice(0, LONGEST).join('\n');
  const why = /PARSE_ERROR|SyntaxError|Transform failed|Unexpected token/i.test(message)
    ? 'is not valid TypeScript, so none of it was run:'
    : 'throws while it is being loaded, before any of its functions is called:';
  return `${breakLine(`${file} ${why}`, width)}\n\n${words}`;
}
