export const both = (a, b) => Promise.reject(Promise.reject(new Error('boom')));
