// Looks at one PDF of each kind of document with tools that are not ours: qpdf (syntax, the table of objects) and poppler
// (fonts, form, title, tags, the Markdown in it). `.ci/run` calls it after the tests, which check much more, but with
// libraries that forgive more. Needs a build. In CI it installs what is missing; elsewhere it says what it skips.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOOLS = ['qpdf', 'pdfinfo', 'pdffonts', 'pdfdetach'];
const PACKAGES = ['qpdf', 'poppler-utils'];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'dist/cli.js');

const profile = ['--role', 'llm-engineer', '--level', 'senior'];
const filled = [
  ...['--set', 'candidate=Žofia “Zo” Müller', '--set', 'rating/llm-evaluation=meets'],
  ...['--set', 'evidence/llm-evaluation=She said: “no”, and λόγος.'],
];
/** What each kind needs; a list for each file of it. */
const KINDS = {
  'candidate-brief': [profile],
  compare: [[...profile, '--with', 'data-scientist']],
  feedback: [[...profile, '--skill', 'llm-evaluation', '--skill', 'mentoring']],
  ladder: [['--role', 'llm-engineer']],
  plan: [profile],
  promotion: [
    ['--role', 'llm-engineer', '--to', 'senior'],
    ['--role', 'llm-engineer', '--to', 'lead', '--lang', 'de'],
  ],
  scorecard: [
    profile,
    [...profile, '--paper', 'Letter', '--interview', 'fine-tuning'],
    [...profile, ...filled],
  ],
  'self-assessment': [profile],
  skill: [['--skill', 'llm-fine-tuning']],
};

function missing() {
  return TOOLS.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
}

/** True where the tools are there, or could be had. */
function haveTools() {
  if (missing().length === 0) return true;
  if (process.env['CI']) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', ...PACKAGES], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const lacking = missing();
  if (lacking.length === 0) return true;
  const says = `PDFs are not looked at by other tools: no ${lacking.join(', ')}. Debian: apt-get install ${PACKAGES.join(' ')}`;
  console.log(says);
  if (process.env['CI']) process.exit(1);
  return false;
}

/** What a tool says, on both streams; `failed` where it ends badly. */
function ask(tool, ...words) {
  const { status, stdout, stderr } = spawnSync(tool, words, { encoding: 'utf8' });
  return { text: `${stdout}${stderr}`, failed: status !== 0 };
}

/** A value of the front matter; '' where there is none. */
function front(markdown, key) {
  const value = new RegExp(`^${key}: (.*)$`, 'm').exec(markdown)?.[1] ?? '';
  return value.startsWith('"') ? JSON.parse(value) : value;
}

/** All that is wrong with a PDF, in sentences. */
function problemsOf(pdf, markdownFile) {
  const problems = [];
  const must = (holds, problem) => {
    if (!holds) problems.push(problem);
  };
  const markdown = readFileSync(markdownFile, 'utf8');

  const syntax = ask('qpdf', '--check', pdf);
  must(!syntax.failed && !/warning/i.test(syntax.text), `qpdf: ${syntax.text}`);

  const fonts = ask('pdffonts', pdf).text.trim().split('\n').slice(2);
  must(fonts.length > 0, 'pdffonts: no fonts');
  for (const font of fonts)
    must(
      / yes +yes +yes +\d+ +\d+$/.test(font),
      `pdffonts: not embedded, no subset or without letters: ${font}`,
    );

  const detached = join(dirname(pdf), 'detached.md');
  const detach = ask('pdfdetach', '-save', '1', '-o', detached, pdf);
  must(!detach.failed, `pdfdetach: ${detach.text}`);
  if (!detach.failed)
    must(
      readFileSync(detached).equals(readFileSync(markdownFile)),
      'pdfdetach: the Markdown in it is another',
    );
  rmSync(detached, { force: true });

  const info = Object.fromEntries(
    ask('pdfinfo', pdf)
      .text.split('\n')
      .map((line) => /^([^:]+): *(.*)$/.exec(line)?.slice(1) ?? ['', '']),
  );
  const hasFields = /<!-- (?:field|choice|check|notes) |<!-- table [a-z]/.test(markdown);
  const wanted = {
    Title: front(markdown, 'title'),
    Subject: front(markdown, 'name'),
    Tagged: 'yes',
    Form: hasFields ? 'AcroForm' : 'none',
    JavaScript: 'no',
    Suspects: 'no',
    Encrypted: 'no',
  };
  for (const [key, value] of Object.entries(wanted))
    must(info[key] === value, `pdfinfo: ${key} is ${info[key]}, not ${value}`);

  const structure = ask('pdfinfo', '-struct-text', pdf).text;
  const heading = /^# (.*)$/m.exec(markdown)?.[1] ?? '';
  must(/^ *H1 \(block\)$/m.test(structure), `pdfinfo -struct-text: no heading; ${structure.slice(0, 200)}`);
  must(structure.includes(heading), `pdfinfo -struct-text: no "${heading}"`);
  return problems;
}

function main() {
  if (!haveTools()) return;
  const kinds = JSON.parse(
    execFileSync(process.execPath, [cli, 'list', 'documents', '--json'], { cwd: root }),
  );
  const unknown = kinds.map(({ id }) => id).filter((id) => !(id in KINDS));
  if (unknown.length > 0)
    throw new Error(`scripts/check-pdfs.mjs does not know how to make ${unknown.join(', ')}`);

  const work = mkdtempSync(join(tmpdir(), 'rubricate-pdfs-'));
  let passed = 0;
  let failed = 0;
  for (const [kind, requests] of Object.entries(KINDS))
    for (const [i, words] of requests.entries()) {
      const out = join(work, `${kind}-${i}`);
      const made = ask(process.execPath, cli, 'render', kind, ...words, '--out', out, '--quiet');
      if (made.failed) throw new Error(`${kind} ${words.join(' ')} is not made:\n${made.text}`);
      const files = readdirSync(out);
      for (const name of files.filter((file) => file.endsWith('.pdf'))) {
        const pdf = join(out, name);
        const problems = problemsOf(pdf, pdf.replace(/\.pdf$/, '.md'));
        if (problems.length === 0) passed++;
        else failed++;
        console.log(`${problems.length === 0 ? 'good' : 'BAD '} ${kind} ${words.join(' ')}`);
        for (const problem of problems) console.log(`     ${problem}`);
      }
    }
  rmSync(work, { recursive: true });
  console.log(`PDFs seen by qpdf and poppler: ${passed} good, ${failed} bad.`);
  if (failed > 0 || passed === 0) process.exit(1);
}

main();
