import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KEPT } from '../../../course/keep.ts';
import { chromePicture } from '../../../lab/picture/chrome-trace.ts';
import { drawSvg } from '../../../lab/picture/svg.ts';
import type { Played } from '../played.ts';
import type { Program } from '../program/build.ts';
import { asPicture } from './as-picture.ts';
import { drawHtml } from './html.ts';

/** Below the root of the course. */
const FOLDER = `${KEPT}/play`;

/** In SVG, plain blanks at the beginning are lost. */
const INDENT = '\u00a0\u00a0';

/** @returns where it is, below the root */
export function writeSvg(root: string, name: string, played: Played): string {
  return write(root, `${FOLDER}/${name}.svg`, drawSvg([[name, asPicture(played, INDENT)]]));
}

/** For https://ui.perfetto.dev. */
export function writeTrace(root: string, name: string, played: Played): string {
  const events = chromePicture(asPicture(played, ''), name).map((event) => JSON.stringify(event));
  const text = `{"displayTimeUnit":"ms","traceEvents":[\n${events.join(',\n')}\n]}\n`;
  return write(root, `${FOLDER}/${name}.json`, text);
}

export function writePage(root: string, name: string, program: Program, played: Played): string {
  const source = program.text ?? readFileSync(program.file, 'utf8');
  return write(root, `${FOLDER}/${name}.html`, drawHtml(name, source, played));
}

function write(root: string, path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return path;
}
