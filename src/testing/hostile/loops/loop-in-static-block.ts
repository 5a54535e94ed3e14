class Settings {
  static limit = 1;
  static {
    while (Settings.limit > 0) Settings.limit = 1;
  }
}

export const both = (a, b) => (Settings.limit ? Promise.all([a(), b()]) : []);
