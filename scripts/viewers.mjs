// `npm run test:viewers [-- --keep DIR] [-- --all] [-- --file FORM.pdf]`: our forms in real viewers. The program is
// TypeScript among the tests (test/viewers/main.ts); here it is made ready to run and started.
//
//   --keep DIR   keeps every saved file and every picture, for eyes
//   --all        a viewer that is not on this machine is an error
//   --file PDF   another form in place of the product's; repeatable
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outfile = join(root, 'node_modules/.cache/viewers/main.mjs');
mkdirSync(dirname(outfile), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['test/viewers/main.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(process.argv.slice(2), root);
