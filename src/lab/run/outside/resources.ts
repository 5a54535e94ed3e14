/** What Node calls its requests and handles, and what a learner does. */
const KINDS: readonly (readonly [resource: RegExp, what: string])[] = [
  [/^FS|^StatWatcher|^FileHandle/, 'a file'],
  [/^(?:TCP|TLS|UDP|Connect|HTTP|GetAddrInfo|GetNameInfo|Query|Pipe)/, 'the network'],
  [/^Process/, 'another process'],
  [/^Worker$/, 'another thread'],
  [/^(?:TTY|ReadStream|WriteStream)/, 'the terminal'],
  [/^(?:Zlib|Brotli|Zstd)/i, 'a compression'],
  [
    /^(?:PBKDF2|RandomBytes|Scrypt|HKDF|KeyGen|KeyPair|Sign|Hash|Check|Derive|Cipher)/i,
    'a computation of node:crypto',
  ],
];

/** How many of each kind there are. */
export type Resources = ReadonlyMap<string, number>;

const NONE: Resources = new Map();

/** I/O in flight outside of the virtual clock, which does not wait for it. */
export function resourcesNow(): Resources {
  const found = new Map<string, number>();
  for (const resource of process.getActiveResourcesInfo()) {
    const [, what] = KINDS.find(([pattern]) => pattern.test(resource)) ?? [];
    if (what) found.set(what, (found.get(what) ?? 0) + 1);
  }
  return found;
}

/** The kinds of which there are more than before. */
export function newResources(before: Resources = NONE): string[] {
  return [...resourcesNow()]
    .filter(([what, count]) => count > (before.get(what) ?? 0))
    .map(([what]) => what);
}
