export type both = (a: () => Promise<string>, b: () => Promise<string>) => Promise<string[]>;
