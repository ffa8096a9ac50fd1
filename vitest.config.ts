import { defineConfig } from 'vitest/config';

// Set by scripts/fuzz.mjs alone.
const fuzz = process.env['RUBRICATE_FUZZ_SECONDS'] !== undefined;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: fuzz ? 3_600_000 : 30_000,
    setupFiles: fuzz ? ['test/fuzz/setup.ts'] : [],
  },
});
