export const both = [];
