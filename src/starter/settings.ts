/** What a new project has beside its data: settings, what git leaves out, and a few lines for whoever finds it. */
import { Document } from 'yaml';
import { pairs, plain, STYLE } from '../importing/write/nodes.ts';

export interface Settings {
  /** Of the documents; null: that of the framework. */
  readonly language: string | null;
  /** A4 or Letter. */
  readonly paper: string;
  /** What its README calls it. */
  readonly name: string;
  /** For the README's commands; null where nothing is asked of any role. */
  readonly shown: Shown | null;
}

/** A role and a level at which something is asked of it. */
export interface Shown {
  readonly role: string;
  readonly level: string;
  /** A level that the role can be promoted to; null where it has one alone. */
  readonly step: string | null;
}

export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  /** Where one is there already it is as good. */
  readonly spare: boolean;
}

/** The files, beside the data folder `data`. */
export function settingsFiles(settings: Settings): readonly SettingsFile[] {
  return [
    { path: 'rubricate.yaml', text: configOf(settings), spare: false },
    { path: '.gitignore', text: 'out/\nnode_modules/\n*.bak\n', spare: true },
    { path: 'README.md', text: readmeOf(settings), spare: true },
  ];
}

function configOf({ language, paper }: Settings): string {
  const keys = pairs([
    ['language', language === null ? null : plain(language)],
    ['paper', plain(paper)],
    ['data', plain('data')],
    ['out', plain('out')],
  ]);
  const head =
    '# yaml-language-server: $schema=data/schema/rubricate.schema.json\n# Settings of this project; each has a default.\n';
  return head + new Document(keys).toString(STYLE);
}

/** In the language of the project, where it is one of ours. */
function readmeOf({ language, name, shown }: Settings): string {
  const words = language === 'de' ? GERMAN : ENGLISH;
  const commands = [
    'check',
    ...(shown ? [`scorecard --role ${shown.role} --level ${shown.level} --open`] : []),
    ...(shown?.step ? [`promotion --role ${shown.role} --to ${shown.step} --open`] : []),
  ];
  return [
    `# ${name.replace(/([\\`*_[\]<>#])/g, '\\$1')}`,
    '',
    words.what,
    '',
    ...commands.map((command) => `    npx rubricate ${command}`),
    '',
    words.where,
    words.out,
    '',
  ].join('\n');
}

const ENGLISH = {
  what: 'What each role asks at each level, and interview scorecards and promotion packets from it, made by Rubricate.',
  where:
    '`data/framework.yaml` has levels, scale, times and scripts, `data/roles` the roles and their interviews, `data/skills` what each skill asks.',
  out: 'Documents are written to `out`, which git leaves out: what is filled in there is about people.',
};
const GERMAN = {
  what: 'Was jede Rolle auf jeder Stufe verlangt, und daraus Beurteilungsbögen und Beförderungsanträge, gemacht mit Rubricate.',
  where:
    '`data/framework.yaml` enthält Stufen, Skala, Zeiten und Gesprächstexte, `data/roles` die Rollen und ihre Gespräche, `data/skills`, was jede Kompetenz verlangt.',
  out: 'Dokumente entstehen in `out`, das git auslässt: Was dort ausgefüllt wird, handelt von Menschen.',
};
