/** Functions of Node for which real time has to pass, by the module in which they are, as a learner would call them. */
const fs = `access appendFile chmod chown copyFile cp createReadStream createWriteStream lstat mkdir mkdtemp open
  opendir read readFile readdir readlink realpath rename rm rmdir stat symlink truncate unlink utimes watch watchFile
  write writeFile`;

const dns = `lookup lookupService resolve resolve4 resolve6 resolveAny resolveCname resolveMx resolveNs resolveSrv
  resolveTxt reverse`;

const MODULES: Readonly<Record<string, readonly [prefix: string, names: string]>> = {
  'node:fs': ['fs', fs],
  'node:fs/promises': ['fs.promises', fs],
  'node:dns': ['dns', dns],
  'node:dns/promises': ['dns.promises', dns],
  'node:crypto': [
    'crypto',
    `argon2 checkPrime generateKey generateKeyPair generatePrime hkdf pbkdf2 randomBytes randomFill randomInt scrypt sign
    verify`,
  ],
  'node:zlib': [
    'zlib',
    `brotliCompress brotliDecompress deflate deflateRaw gunzip gzip inflate inflateRaw unzip createGzip
    createGunzip createDeflate createInflate createBrotliCompress createBrotliDecompress zstdCompress zstdDecompress`,
  ],
  'node:net': ['net', 'connect createConnection createServer'],
  'node:tls': ['tls', 'connect createServer'],
  'node:dgram': ['dgram', 'createSocket'],
  'node:http': ['http', 'get request createServer'],
  'node:https': ['https', 'get request createServer'],
  'node:http2': ['http2', 'connect createServer createSecureServer'],
  'node:child_process': ['child_process', 'exec execFile fork spawn'],
  'node:worker_threads': ['new', 'Worker'],
  'node:readline': ['readline', 'createInterface'],
  'node:readline/promises': ['readline', 'createInterface'],
};

/** Without a callback, they are done when they return. */
const WITH_CALLBACK = /^crypto\.(?!subtle)/;

/** Where such a function is found, and what a learner calls it. */
export interface Found {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly name: string;
  /** Whether a call with these waits for the world outside. */
  readonly waits: (args: readonly unknown[]) => boolean;
}

/** All that this Node has. */
export function functionsOfNode(): Found[] {
  const inModules = Object.entries(MODULES).flatMap(([module, [prefix, names]]) =>
    found(process.getBuiltinModule(module), names, prefix === 'new' ? 'new ' : `${prefix}.`),
  );
  return [
    ...inModules,
    ...found(globalThis, 'fetch', ''),
    ...found(
      Reflect.get(globalThis, 'WebAssembly'),
      'compile compileStreaming instantiate instantiateStreaming',
      'WebAssembly.',
    ),
    ...found(Atomics, 'waitAsync', 'Atomics.'),
    ...found(
      Object.getPrototypeOf(process.getBuiltinModule('node:crypto').subtle),
      'decrypt deriveBits deriveKey digest encrypt exportKey generateKey importKey sign unwrapKey verify wrapKey',
      'crypto.subtle.',
    ),
  ];
}

function found(holder: object | undefined, names: string, prefix: string): Found[] {
  if (!holder) return [];
  return names
    .split(/\s+/)
    .filter((key) => typeof Reflect.get(holder, key) === 'function')
    .map((key) => {
      const name = `${prefix}${key}`;
      return { holder: holder as Found['holder'], key, name, waits: waitsOf(name) };
    });
}

function waitsOf(name: string): Found['waits'] {
  if (name === 'readline.createInterface') return ([input]) => isTerminal(input);
  return WITH_CALLBACK.test(name) ? (args) => typeof args.at(-1) === 'function' : () => true;
}

/** A stream of the process, given as it is or as an option; others need no real time. */
function isTerminal(given: unknown): boolean {
  const { input = given } = given as { input?: unknown };
  return (input as { fd?: number } | undefined)?.fd === 0;
}
