import { styleText } from 'node:util';
import { isUnicode } from '../lab/glyphs.ts';

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
}

type Format = Parameters<typeof styleText>[0];

export function styleFor(colours: boolean, unicode: boolean): Style {
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
  };
}

/** What the terminal at hand can show: `NO_COLOR` and `FORCE_COLOR` are heard, pipes get no colour. */
export function terminalStyle(
  env: NodeJS.ProcessEnv = process.env,
  stream: { isTTY?: boolean } = process.stdout,
): Style {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const wanted = !env.NO_COLOR && env.TERM !== 'dumb' && stream.isTTY === true;
  return styleFor(forced || wanted, isUnicode(env, process.platform));
}
