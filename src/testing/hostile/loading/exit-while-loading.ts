process.exit(0);

export const both = (a, b) => Promise.all([a(), b()]);
