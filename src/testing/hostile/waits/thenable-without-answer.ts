export const both = (a, b) => ({ then() {} });
