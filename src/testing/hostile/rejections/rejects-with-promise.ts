export const both = (a, b) => Promise.reject(Promise.all([a(), b()]));
