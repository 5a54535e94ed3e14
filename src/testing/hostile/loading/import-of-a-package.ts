import { all } from 'a-package-that-nobody-has';

export const both = (a, b) => all([a(), b()]);
