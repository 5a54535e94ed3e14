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
  note: string;
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
  note: '╵',
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
  note: "'",
};

/** Unicode unless the terminal says that it cannot: another locale, or an old Windows console. */
export function glyphs(env: NodeJS.ProcessEnv = process.env, platform = process.platform): Glyphs {
  return isUnicode(env, platform) ? UNICODE : ASCII;
}

export function isUnicode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
  if (platform === 'win32') {
    return Boolean(env.WT_SESSION || env.TERM_PROGRAM || env.ConEmuTask || env.CI || env.TERM);
  }
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === '' || /utf-?8/i.test(locale);
}
