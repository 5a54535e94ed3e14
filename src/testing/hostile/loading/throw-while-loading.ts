throw new Error('boom');

export const both = (a, b) => Promise.all([a(), b()]);
