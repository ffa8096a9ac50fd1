/** All explanations by code. The type of this is the list of codes (code.ts); `explain` alone loads it. */
import { BOXES } from './boxes.ts';
import { COMMAND_LINE } from './command-line.ts';
import { FILES } from './files.ts';
import { FRAMEWORK } from './framework.ts';
import { IMPORTING } from './importing.ts';
import { LOOK } from './look.ts';
import { LOOP } from './loop.ts';
import { MARKDOWN } from './markdown.ts';
import { MARKS } from './marks.ts';
import { SKILLS } from './skills.ts';
import { TEMPLATES } from './templates.ts';
import { WEAK } from './weak.ts';
import { YAML } from './yaml.ts';

export const EXPLANATIONS = {
  ...COMMAND_LINE,
  ...FILES,
  ...YAML,
  ...FRAMEWORK,
  ...SKILLS,
  ...LOOP,
  ...WEAK,
  ...TEMPLATES,
  ...LOOK,
  ...MARKDOWN,
  ...MARKS,
  ...BOXES,
  ...IMPORTING,
};
