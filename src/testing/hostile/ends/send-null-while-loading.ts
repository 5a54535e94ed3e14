process.send(null);
export const both = (a, b) => Promise.all([a(), b()]);
