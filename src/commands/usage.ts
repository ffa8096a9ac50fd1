/** What is wrong with a command line, as Problems: loaded only when something is. */
import { knownNames, nearest } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import type { CommandLine } from './command-line.ts';
import { COMMANDS, type CommandSpec } from './specs.ts';

/** `--out` of '-o, --out <where>'. */
function longFlag(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/** Options that were given more than once and may not be: `doubled-option`. */
export function doubledOptions(line: CommandLine, spec: CommandSpec): readonly Problem[] {
  const repeatable = new Set(
    spec.options.filter((option) => option.repeatable).map((option) => longFlag(option.flags).slice(2)),
  );
  const first = new Map<string, Span>();
  const problems: Problem[] = [];
  for (const { option, value } of line.occurrences) {
    const before = first.get(option);
    if (before === undefined) first.set(option, value.span);
    else if (!repeatable.has(option)) {
      const related = [{ message: 'the first one', span: before }];
      problems.push(
        error('doubled-option', `--${option} stands here twice`, value.span, {
          help: 'take one of the two away',
          related,
        }),
      );
    }
  }
  return problems;
}

/** The spellings of an option: '-o' and '--out' of '-o, --out <where>'. */
function spellings(flags: string): readonly string[] {
  return flags.split(/[ ,]+/).filter((word) => word.startsWith('-'));
}

/** Options whose value is empty, or the next option, `--role --level senior`: `missing-value`. */
export function valuesMissing(line: CommandLine, spec: CommandSpec): readonly Problem[] {
  const flags = new Set(['-h', '--help', ...spec.options.flatMap((option) => spellings(option.flags))]);
  return line.occurrences.flatMap(({ option, value, flag, form }) => {
    if (form !== 'alone' && value.text.trim() === '')
      return [error('missing-value', `--${option} needs a value`, flag, { help: 'this one is empty' })];
    const word = value.text.startsWith('--') ? value.text.replace(/=.*$/s, '') : value.text;
    if (form !== 'apart' || !flags.has(word)) return [];
    const help = `${word} is an option; if it is the value: --${option}=${value.text}`;
    return [error('missing-value', `--${option} needs a value`, flag, { help })];
  });
}

/**
 * What commander would not take, by its error's code. `word`: what it names, '' for nothing. `spec`: the command, where
 * one was recognised.
 */
export function usageProblem(
  code: string,
  word: string,
  line: CommandLine,
  spec: CommandSpec | undefined,
): Problem {
  const name = spec ? `rubricate ${spec.name}` : 'rubricate';
  const help = `see ${name} --help`;
  switch (code) {
    case 'commander.unknownOption': {
      const flags = spec?.options.map((option) => longFlag(option.flags)) ?? [];
      const flag = word.replace(/=.*$/s, '');
      // Hyphens, which all have, make none like another.
      const bare = (text: string) => text.replace(/^-+/, '');
      const found = nearest(bare(flag), [...flags, '--help', '--version'].map(bare));
      const near = found && `--${found}`;
      return error('unknown-option', `${name} has no option ${flag}`, line.find(flag), {
        help: near ? `did you mean ${near}? ${help}` : help,
      });
    }
    case 'commander.unknownCommand':
      return error('unknown-command', `There is no command "${word}"`, line.find(word), {
        help: knownNames(
          word,
          COMMANDS.map((command) => command.name),
        ),
      });
    case 'commander.optionMissingArgument': {
      const flag = /(--[a-z-]+)/.exec(word)?.[1] ?? word;
      return error('missing-value', `${flag} needs a value`, line.last(), { help });
    }
    case 'commander.missingArgument':
      return error('missing-argument', `${name} needs ${spec?.argumentHelp ?? 'an argument'}`, line.last(), {
        help,
      });
    default: {
      const extra = line.positionals()[spec?.argument ? 2 : 1];
      return error('too-many-arguments', `${name} takes fewer words`, extra?.span ?? line.whole, { help });
    }
  }
}
