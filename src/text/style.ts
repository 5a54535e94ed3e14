import { styleText } from 'node:util';
import { isUnicode } from './glyphs.ts';

type Paint = (text: string) => string;

/** How a page is written: the signs for its states, and colours that only ever repeat them. */
export interface Style {
  readonly done: string;
  readonly failed: string;
  readonly open: string;
  readonly full: string;
  readonly empty: string;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly accent: Paint;
  /** False where everything painted is plain text. */
  readonly colours: boolean;
  /** False where nothing but ASCII can be read. */
  readonly unicode: boolean;
  /** Columns of a line. */
  readonly width: number;
}

type Format = Parameters<typeof styleText>[0];

/** A page is no wider, however wide the terminal is. */
export const WIDEST = 80;
const NARROWEST = 40;

export function styleFor(colours: boolean, unicode: boolean, width = WIDEST): Style {
  const paint =
    (format: Format): Paint =>
    (text) =>
      // Whether there are colours is decided here, for all Node versions in the same way.
      colours ? styleText(format, text, { validateStream: false } as never) : text;
  return {
    ...(unicode
      ? { done: '✓', failed: '✗', open: '·', full: '━', empty: '─' }
      : { done: '+', failed: 'x', open: '.', full: '#', empty: '-' }),
    bold: paint('bold'),
    dim: paint('dim'),
    good: paint('green'),
    bad: paint('red'),
    accent: paint('cyan'),
    colours,
    unicode,
    width: Math.min(WIDEST, Math.max(NARROWEST, width)),
  };
}

/** What the terminal at hand can show: `NO_COLOR` and `FORCE_COLOR` are heard, pipes get no colour. */
export function terminalStyle(
  env: NodeJS.ProcessEnv = process.env,
  stream: { isTTY?: boolean; columns?: number } = process.stdout,
  platform: NodeJS.Platform = process.platform,
): Style {
  const isTerminal = stream.isTTY === true;
  const wanted = !env.NO_COLOR && env.TERM !== 'dumb' && isTerminal;
  return styleFor(
    isForced(env) ?? wanted,
    isUnicode(env, platform, !isTerminal),
    stream.columns || Number(env.COLUMNS) || WIDEST,
  );
}

/** As Node reads it; undefined where nothing is said. */
function isForced({ FORCE_COLOR: forced }: NodeJS.ProcessEnv): boolean | undefined {
  return forced === undefined ? undefined : /^(|true|[1-3])$/.test(forced);
}
