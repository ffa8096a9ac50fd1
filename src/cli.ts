/**
 * argv -> exit code. Commander reads the words; what is wrong with them becomes a Problem like any other, with a caret
 * under the word.
 *
 * Kept true: nothing here touches `process` (the bin does); --help and --version load commander and nothing else.
 */
import { Command, CommanderError, Option } from 'commander';
import { CommandLine } from './commands/command-line.ts';
import type { Host } from './commands/host.ts';
import { COMMANDS, type CommandSpec, HELP } from './commands/specs.ts';
import type { Problem } from './problems/problem.ts';

/** What a command does, once its words are read. */
type Action = (argument: string, line: CommandLine, host: Host) => Promise<number>;

const ACTIONS: Readonly<Record<string, Action>> = {
  scorecard: (_, line, host) => renderKind('scorecard', line, host),
  promotion: (_, line, host) => renderKind('promotion', line, host),
  render: async (kind, line, host) =>
    (await import('./commands/render.ts')).render(line.argument(kind), line, host),
  pdf: async (file, line, host) => (await import('./commands/pdf.ts')).pdf(line.argument(file), line, host),
  list: async (what, line, host) =>
    (await import('./commands/list.ts')).list(line.argument(what), line, host),
  init: async (folder, line, host) => (await import('./commands/init.ts')).init(folder, line, host),
  import: async (_, line, host) => (await import('./commands/import.ts')).importCommand(line, host),
  eject: async (name, line, host) =>
    (await import('./commands/eject.ts')).eject(line.argument(name), line, host),
  check: async (_, line, host) => (await import('./commands/check.ts')).check(line, host),
  doctor: async (_, line, host) => (await import('./commands/doctor.ts')).doctor(line, host),
  explain: async (code, line, host) =>
    (await import('./commands/explain.ts')).explain(
      code === '' ? undefined : line.argument(code),
      line,
      host,
    ),
};

async function renderKind(kind: string, line: CommandLine, host: Host): Promise<number> {
  return (await import('./commands/render.ts')).render(line.command(kind), line, host);
}

/** Runs a command line; `argv` is the words after the program's name. Never throws. Exit codes: commands/report.ts. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  try {
    return await parsed(argv, host);
  } catch (thrown) {
    return (await import('./commands/thrown.ts')).concludeThrown(thrown, host);
  }
}

async function parsed(argv: readonly string[], host: Host): Promise<number> {
  const line = new CommandLine(argv);
  const chosen: Chosen = { spec: undefined, argument: '' };
  const program = new Command('rubricate')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .version(host.version)
    .helpCommand(false);
  program.helpInformation = () => HELP;
  for (const spec of COMMANDS) declare(program, spec, line, chosen);
  try {
    program.parse(withoutHelp(argv), { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return ended(thrown, line, host);
  }
  const { spec, argument } = chosen;
  const action = spec && ACTIONS[spec.name];
  if (spec === undefined || action === undefined) throw new Error('commander chose no command');
  const wrong = await wrongOptions(line, spec);
  if (wrong.length > 0) return (await import('./commands/report.ts')).conclude(wrong, host);
  return action(argument, line, host);
}

/** What commander takes and we do not: no value, an option for the value of another, an option twice. */
async function wrongOptions(line: CommandLine, spec: CommandSpec): Promise<readonly Problem[]> {
  const { occurrences } = line;
  const doubled = occurrences.length > new Set(occurrences.map(({ option }) => option)).size;
  const missing = occurrences.some(({ value, form }) => form !== 'alone' && /^(?:-|\s*$)/.test(value.text));
  if (!doubled && !missing) return [];
  const { doubledOptions, valuesMissing } = await import('./commands/usage.ts');
  const problems = valuesMissing(line, spec);
  return problems.length > 0 ? problems : doubledOptions(line, spec);
}

/** `help scorecard` is `scorecard --help`. */
function withoutHelp(argv: readonly string[]): readonly string[] {
  const [first, name, ...more] = argv;
  if (first !== 'help' || more.length > 0) return argv;
  const known = COMMANDS.some((command) => command.name === name);
  return name === undefined || known ? [...(name === undefined ? [] : [name]), '--help'] : [name];
}

interface Chosen {
  spec: CommandSpec | undefined;
  argument: string;
}

function declare(program: Command, spec: CommandSpec, line: CommandLine, chosen: Chosen): void {
  const command = program.command(spec.name).description(spec.help);
  if (spec.argument !== null) command.argument(spec.argument, spec.argumentHelp);
  for (const { flags, help } of spec.options) {
    const option = new Option(flags, help);
    const spellings = [option.long, option.short].filter((flag) => typeof flag === 'string');
    command.addOption(option);
    command.on(`option:${option.name()}`, (value: unknown) => {
      line.met(option.name(), spellings, typeof value === 'string' ? value : null);
    });
  }
  command.action((argument: unknown) => {
    chosen.spec = spec;
    chosen.argument = typeof argument === 'string' ? argument : '';
  });
}

/** Help and version are done; no command at all is help on stderr; everything else is a wrong command line. */
async function ended(thrown: CommanderError, line: CommandLine, host: Host): Promise<number> {
  if (thrown.code === 'commander.helpDisplayed' || thrown.code === 'commander.version') return 0;
  if (thrown.code === 'commander.help') return 2;
  const { usageProblem, valuesMissing } = await import('./commands/usage.ts');
  const { conclude } = await import('./commands/report.ts');
  const word = /'([^']*)'/.exec(thrown.message)?.[1] ?? '';
  const spec = COMMANDS.find(({ name }) => name === line.firstWord);
  const missing = spec ? valuesMissing(line, spec) : [];
  return conclude(missing.length > 0 ? missing : [usageProblem(thrown.code, word, line, spec)], host);
}
