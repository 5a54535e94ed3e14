const all = both.bind(null);

export const both = (a, b) => Promise.all([a(), b()]);
