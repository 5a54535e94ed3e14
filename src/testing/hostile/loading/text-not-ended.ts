export const both = (a, b) => `both of
