/** What Node calls its requests and handles, and what a learner does. */
const KINDS: readonly (readonly [resource: RegExp, what: string])[] = [
  [/^FS/, 'a file'],
  [/^(?:TCP|TLS|UDP|Connect|HTTP|GetAddrInfo|GetNameInfo|Query)/, 'the network'],
  [/^Process/, 'another process'],
];

/** I/O in flight outside of the virtual clock, which does not wait for it. */
export function realIo(): string[] {
  const resources = process.getActiveResourcesInfo();
  return KINDS.filter(([resource]) => resources.some((name) => resource.test(name))).map(
    ([, what]) => what,
  );
}
