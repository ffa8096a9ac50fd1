/**
 * The commands as data: words, options, help. Loaded at every start, so it imports nothing; what a command does is
 * loaded when it runs.
 */

export interface OptionSpec {
  /** As commander reads it: '-o, --out <where>'. */
  readonly flags: string;
  readonly help: string;
  readonly repeatable?: boolean;
}

const OPTIONS = {
  role: { flags: '--role <role>', help: 'a role, by id or name' },
  level: { flags: '--level <level>', help: 'a level of the role' },
  from: { flags: '--from <level>', help: 'the level today; by default the one below' },
  to: { flags: '--to <level>', help: 'the level that is asked for' },
  toRole: { flags: '--to-role <role>', help: 'the role that is asked for, where it is another' },
  with: { flags: '--with <role>', help: 'the role to compare with' },
  withLevel: { flags: '--with-level <level>', help: 'its level; by default the same' },
  members: { flags: '--members <number>', help: 'copies of what each member of the committee fills in' },
  interview: { flags: '--interview <name>', help: 'one interview of the role’s loop' },
  skill: { flags: '--skill <skill>', help: 'a skill to rate; may be repeated', repeatable: true },
  minutes: { flags: '--minutes <number>', help: 'minutes of the interview' },
  set: { flags: '--set <id=value>', help: 'fill in a field; may be repeated', repeatable: true },
  lang: { flags: '--lang <language>', help: 'language of the document, such as en or de' },
  paper: { flags: '--paper <size>', help: 'A4 or Letter' },
  theme: { flags: '--theme <name>', help: 'how the pages look' },
  date: { flags: '--date <yyyy-mm-dd>', help: 'date of the document; by default that of the data' },
  format: { flags: '--format <md,pdf>', help: 'what to write; by default both' },
  out: { flags: '-o, --out <where>', help: 'a folder, a .md or .pdf file, or - for standard output' },
  ejectOut: { flags: '-o, --out <where>', help: 'another templates folder, or - for standard output' },
  data: { flags: '--data <folder>', help: 'the folder of the skill data' },
  open: { flags: '--open', help: 'open what was made' },
  quiet: { flags: '-q, --quiet', help: 'no line for each file written' },
  force: { flags: '--force', help: 'replace files that somebody has changed, keeping a .bak' },
  dryRun: { flags: '--dry-run', help: 'say what would become of each file, and write nothing' },
  json: { flags: '--json', help: 'print JSON' },
  checkFormat: {
    flags: '--format <name>',
    help: 'human, json or github; with --coverage human, md or json',
  },
  coverage: { flags: '--coverage', help: 'a table of what is written for each role, level and skill' },
  as: { flags: '--as <what>', help: 'what the files are, where that cannot be seen' },
  importRole: { flags: '--role <name>', help: 'the role, where the source does not name it' },
  importSkill: { flags: '--skill <name>', help: 'the skill, where the source does not name it' },
  levels: { flags: '--levels <a,b,c>', help: 'names of the levels, as they stand in the source' },
  levelOrder: { flags: '--level-order <a,b,c>', help: 'the levels of the source, lowest first' },
  sheet: { flags: '--sheet <name>', help: 'one sheet of a workbook' },
  map: { flags: '--map <what=column,...>', help: 'which column is what: skill=Criteria,text=Description' },
  importOut: { flags: '-o, --out <folder>', help: 'the data folder to write to; by default data/' },
  merge: { flags: '--merge', help: 'add to roles and skills that are there, keeping a .bak' },
  report: { flags: '--report <format>', help: 'print what was found: md or json' },
  initFrom: {
    flags: '--from <file>',
    help: 'what you have already, to import; may be repeated',
    repeatable: true,
  },
  name: { flags: '--name <name>', help: 'what the framework is called' },
  initRole: { flags: '--role <name>', help: 'the first role' },
  initLevels: { flags: '--levels <a,b,c>', help: 'its levels, lowest first' },
  initLang: { flags: '--lang <language>', help: 'language of the texts: en or de' },
  yes: { flags: '-y, --yes', help: 'ask nothing: the defaults for what is not said' },
  strict: { flags: '--strict', help: 'exit 1 for warnings too' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

type OptionName = keyof typeof OPTIONS;

export interface CommandSpec {
  readonly name: string;
  /** The argument as commander reads it: '<kind>'. */
  readonly argument: string | null;
  readonly argumentHelp: string;
  readonly help: string;
  readonly options: readonly OptionSpec[];
}

const WRITING: readonly OptionName[] = ['paper', 'theme', 'date', 'out', 'open', 'quiet', 'force', 'dryRun'];
const RENDERING: readonly OptionName[] = ['set', 'lang', 'paper', 'theme', 'date', 'format', 'out', 'data'];
const LAST: readonly OptionName[] = ['open', 'quiet', 'force', 'dryRun'];

function spec(
  name: string,
  argument: readonly [string, string] | null,
  help: string,
  options: readonly OptionName[],
): CommandSpec {
  return {
    ...{ name, help, argument: argument?.[0] ?? null, argumentHelp: argument?.[1] ?? '' },
    options: options.map((option) => OPTIONS[option]),
  };
}

const PROFILE: readonly OptionName[] = ['role', 'level', 'from', 'interview', 'skill', 'minutes'];

export const COMMANDS: readonly CommandSpec[] = [
  spec('scorecard', null, 'an interview scorecard', [...PROFILE, ...RENDERING, ...LAST]),
  spec('promotion', null, 'a promotion packet', [
    ...(['role', 'from', 'to', 'toRole', 'members'] as const),
    ...RENDERING,
    ...LAST,
  ]),
  spec('render', ['<kind>', 'the document kind: see list documents'], 'any document, ours or your own', [
    ...(['role', 'level', 'from', 'to', 'toRole', 'with', 'withLevel'] as const),
    ...(['interview', 'skill', 'minutes', 'members'] as const),
    ...RENDERING,
    ...LAST,
  ]),
  spec('pdf', ['<file>', 'a Markdown file, or - for standard input'], 'set a Markdown file again', WRITING),
  spec('list', ['<what>', 'roles, levels, skills or documents'], 'what there is to choose from', [
    'json',
    'data',
  ]),
  spec('init', ['[folder]', 'where; by default here'], 'a project to start from', [
    ...(['name', 'initRole', 'initLevels', 'initLang', 'paper', 'yes'] as const),
    ...(['initFrom', 'as', 'importSkill', 'levelOrder', 'sheet', 'map', 'quiet', 'dryRun'] as const),
  ]),
  spec(
    'import',
    ['<files...>', 'files, folders, or - for standard input'],
    'your own framework, from tables and pages as they are, as YAML',
    [
      ...(['as', 'importRole', 'importSkill', 'levels', 'levelOrder', 'sheet', 'map'] as const),
      ...(['importOut', 'merge', 'report', 'quiet', 'dryRun'] as const),
    ],
  ),
  spec(
    'eject',
    ['<name>', 'a file of ours, such as scorecard, partials/rating, messages/en or themes/plain'],
    'copy a template, messages or a theme of ours, to change it',
    ['ejectOut', 'quiet', 'force', 'dryRun'],
  ),
  spec('check', null, 'find what is wrong in data, templates and settings', [
    'checkFormat',
    'strict',
    'coverage',
    'data',
  ]),
  spec(
    'explain',
    ['[code]', 'the code of a Problem, such as unknown-level; none lists all'],
    'what a Problem means',
    ['json'],
  ),
  spec('doctor', null, 'what a run would use, and why: versions, settings, files, fonts', ['json', 'data']),
];

/** `rubricate --help`: one screen. test/e2e/help.txt is this text, so that a change of it shows in review. */
export const HELP = `Usage: rubricate <command> [options]

Interview scorecards and promotion packets from your skill framework.

For interviewers
  scorecard --role R --level L    a scorecard; --interview or --skill to choose
For managers
  promotion --role R --to L       a promotion packet; --from, --to-role
  pdf FILE.md                     set a Markdown file again, after editing it
For people-ops
  render KIND                     any document, ours or your own
  list roles|levels|skills|documents
  init [FOLDER]                   a project to start from
  import FILE                     your own framework, from a spreadsheet or page
  eject NAME                      copy a template, messages or a theme to change
  check                           find what is wrong in data and templates
  explain CODE                    what a Problem means, and how to mend it
  doctor                          what a run would use, and why

Options
  -h, --help                      this text; after a command: all its options
  -V, --version                   the version

Examples
  rubricate scorecard --role llm-engineer --level senior
  rubricate promotion --role llm-engineer --to lead --set person="Ada Byron"
  rubricate pdf out/scorecard-llm-engineer-senior.md --open

Exit codes: 0 done, 1 problems in data, names or files, 2 wrong command line,
  70 a mistake of rubricate itself.
`;
