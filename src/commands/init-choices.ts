/** What a new project is made of, as the options say it. */
import type { Level } from '../framework/framework.ts';
import { PAPER_NAMES, paperNamed } from '../layout/theme.ts';
import { bad, type Checked, good } from '../problems/checked.ts';
import { controlCharacterAt } from '../problems/control-character.ts';
import type { Named } from '../problems/named.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { levelsNamed } from '../starter/levels.ts';
import type { CommandLine } from './command-line.ts';

/** As said, or asked for; undefined where neither. */
export interface Answers {
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly language?: string | undefined;
  readonly paper?: string | undefined;
}

/** What there is to choose from. */
export interface Ground {
  readonly languages: readonly string[];
  /** Ours, lowest first. */
  readonly levels: readonly Level[];
}

/** Options of an import, which mean nothing to a project that starts from ours. */
const OF_IMPORT = ['as', 'skill', 'level-order', 'sheet', 'map'];

/**
 * What the options say. `levels`: the names that --levels has. Problems: `unused-option` for those of an import without --from,
 * `control-character`, `unknown-language`, `unknown-paper`, `invalid-value` for levels that cannot be.
 */
export function answersOf(
  line: CommandLine,
  levels: readonly Named[] | undefined,
  { languages, levels: ours }: Ground,
): Checked<Answers> {
  const importing = line.has('from');
  const problems: Problem[] = [];
  for (const option of importing ? [] : OF_IMPORT) {
    const value = line.one(option);
    if (value)
      problems.push(
        error('unused-option', `init takes no --${option} without --from`, value.span, {
          help: 'name the file to import: --from ladder.xlsx',
        }),
      );
  }
  const [name, role, lang, paper] = ['name', 'role', 'lang', 'paper'].map((option) => line.one(option));
  for (const said of [name, role, ...(levels ?? [])]) {
    const wrong = said && controlCharacterAt(said.text, said.span);
    if (wrong) problems.push(wrong);
  }
  const language = lang && languages.find((one) => one.toLowerCase() === lang.text.trim().toLowerCase());
  if (lang && language === undefined)
    problems.push(
      error('unknown-language', `There is nothing in "${lang.text}" to start from`, lang.span, {
        help: knownNames(lang.text, languages),
      }),
    );
  if (paper) problems.push(...paperNamed(paper).problems);
  const names = levels?.map(({ text }) => text);
  const fitting = names && !importing ? levelsNamed(names, ours) : [];
  if (typeof fitting === 'string') {
    const help = `name one to ${ours.length}, lowest first: --levels junior,senior,lead; more are added in data/framework.yaml`;
    problems.push(error('invalid-value', fitting, line.one('levels')?.span ?? line.whole, { help }));
  }
  if (problems.length > 0) return bad(problems);
  const text = (one: Named | undefined) => one?.text.trim();
  return good({ name: text(name), role: text(role), levels: names, language, paper: asWritten(text(paper)) });
}

/** A paper as it is called, whatever the case it was typed in. */
function asWritten(paper: string | undefined): string | undefined {
  return PAPER_NAMES.find((name) => name.toLowerCase() === paper?.toLowerCase()) ?? paper;
}
