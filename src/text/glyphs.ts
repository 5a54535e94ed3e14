/** Every sign that the pictures are made of, in one place. */
export interface Glyphs {
  wait: string;
  burn: string;
  call: string;
  /** Ready, and the CPU busy elsewhere. */
  late: string;
  beat: string;
  stopping: string;
  failed: string;
  aborted: string;
  running: string;
  instant: string;
  /** Code that ran, and took no time. */
  runs: string;
  /** How much there is of something, from little to the most there ever is; in ASCII several look the same. */
  levels: string;
  note: string;
  /** Where a name is cut off. */
  cut: string;
}

const UNICODE: Glyphs = {
  wait: '━',
  burn: '█',
  call: '─',
  late: '░',
  beat: '╹',
  stopping: '┄',
  failed: '✗',
  aborted: '╳',
  running: '▸',
  instant: '╹',
  runs: '●',
  levels: '▁▂▃▄▅▆▇',
  note: '╵',
  cut: '…',
};

const ASCII: Glyphs = {
  wait: '=',
  burn: '#',
  call: '-',
  late: '.',
  beat: '|',
  stopping: '~',
  failed: 'x',
  aborted: '/',
  running: '>',
  instant: '|',
  runs: 'o',
  levels: '..::++*',
  note: "'",
  cut: '~',
};

/** For text that has pictures in it already. */
export const GLYPHS_IN_ASCII: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(UNICODE).flatMap(([name, signs]) =>
    [...signs].map((sign, i) => [sign, ASCII[name as keyof Glyphs].charAt(i)]),
  ),
);

export function glyphsFor(unicode: boolean): Glyphs {
  return unicode ? UNICODE : ASCII;
}

/** Unicode unless the terminal says that it cannot: another locale, or an old Windows console. */
export function glyphs(env: NodeJS.ProcessEnv = process.env, platform = process.platform): Glyphs {
  return glyphsFor(isUnicode(env, platform));
}

/** @param isPiped whether the text goes to another program, and not to the terminal */
export function isUnicode(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  isPiped = false,
): boolean {
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  const isUtf8 = /utf-?8/i.test(locale);
  if (platform !== 'win32') return isUtf8 || locale === '';
  if (isUtf8 || env.CI) return true;
  // Node writes to a Windows console past its code page; a program at the other end of a pipe, such
  // as PowerShell, reads by it.
  return !isPiped && Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.ConEmuTask || env.TERM);
}
