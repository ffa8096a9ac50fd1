// Writes data/schema/*.schema.json, for editors, from the schemas in src/schemas/. `--check` writes nothing and exits 1
// where a file is not as it would be written.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'data/schema');
const built = await build({
  entryPoints: [join(root, 'src/schemas/schemas.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});
const outfile = join(root, 'dist/schemas.mjs');
writeFileSync(outfile, built.outputFiles[0].contents);
const { schemaFiles } = await import(outfile);
rmSync(outfile);

mkdirSync(folder, { recursive: true });
const files = schemaFiles();
const there = readdirSync(folder);
const stale = [...files].filter(
  ([name, text]) => !there.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
);
const gone = there.filter((name) => !files.has(name));
if (!process.argv.includes('--check')) {
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  for (const name of gone) rmSync(join(folder, name));
} else if (stale.length + gone.length > 0) {
  console.error('data/schema/ is not as the schemas are: npm run schemas');
  process.exitCode = 1;
}
