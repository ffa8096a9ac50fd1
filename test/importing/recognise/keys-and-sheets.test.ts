/** Ladders as keys of JSON and YAML, and as sheets of a workbook. */
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../src/importing/bytes.ts';
import { importFiles } from '../../../src/importing/import.ts';
import { readMaterial } from '../../../src/importing/read/read.ts';
import { recognise } from '../../../src/importing/recognise/recognise.ts';
import { asked, found, said } from '../draft-of.ts';
import { row, text, workbook } from '../read/workbooks.ts';

const messages = (list: readonly { readonly message: string }[]) => list.map(({ message }) => message);

describe('levels as keys', () => {
  it('hold a text, a list, or more', async () => {
    const mentoring = {
      name: '相談',
      L1: { summary: 'Listens.', detail: 'With patience.', examples: ['One'] },
      L2: ['Asks.', 'Waits.'],
      L3: 'Teaches.',
      L4: { summary: 'see L3', detail: '' },
    };
    const { draft, shape } = await found({
      'mentoring.json': JSON.stringify(mentoring),
      'ops.json': JSON.stringify({ L1: 'Runs.', L2: 'N/A', L3: '', L4: 'Leads.' }),
    });
    expect(shape).toBe('keys by level');
    expect(asked(draft)).toEqual({
      'mentoring/*/l1': 'Listens.\n\nWith patience.',
      'mentoring/*/l2': ['Asks.', 'Waits.'],
      'mentoring/*/l3': 'Teaches.',
      'mentoring/*/l4': 'l3',
      ...{ 'ops/*/l1': 'Runs.', 'ops/*/l2': 'not-applicable', 'ops/*/l4': 'Leads.' },
    });
    expect(draft.skills[0]?.cells[0]?.notes).toEqual([{ kind: 'examples', text: 'One' }]);
    expect(draft.skills.map(({ name }) => name)).toEqual(['相談', 'ops']);
    expect(messages(draft.guesses)).toContain('the skill is called "ops", as its file');
  });

  it('may stand in a list or map of skills, under groups', async () => {
    const yaml = [
      'Work:',
      '  Planning: { junior: Plans a day., senior: Plans a year. }',
      'People:',
      '  - name: Talking',
      '    description: To talk.',
      '    levels: { junior: Talks., senior: Teaches to talk. }',
    ].join('\n');
    const { draft } = await found({ 'a.yaml': yaml }, { role: said('Tester') });
    expect(draft.skills.map(({ name, domain, summary }) => [name, domain, summary])).toEqual([
      ['Planning', 'Work', null],
      ['Talking', 'People', 'To talk.'],
    ]);
    expect(draft.skills.flatMap(({ cells }) => cells)).toHaveLength(4);
    expect(draft.roles.map(({ name }) => name)).toEqual(['Tester']);
  });
});

describe('skills in the keys of levels', () => {
  it('may stand under roles, of which one has a level alone', async () => {
    const roles = {
      'Boat Builder': {
        Junior: { Wood: 'Saws.', Sails: ['Sews it', 'Mends it'] },
        Senior: { Wood: 'Chooses.', Sails: 'Cuts.' },
      },
      'Yard Manager': { Senior: { Wood: 'Buys.' } },
    };
    const { draft } = await found({ 'a.json': JSON.stringify({ version: '3', roles }) });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Boat Builder', 'Yard Manager']);
    expect(asked(draft)).toEqual({
      'wood/boat-builder/junior': 'Saws.',
      'wood/boat-builder/senior': 'Chooses.',
      'wood/yard-manager/senior': 'Buys.',
      'sails/boat-builder/junior': ['Sews it', 'Mends it'],
      'sails/boat-builder/senior': 'Cuts.',
    });
    expect(messages(draft.skipped)).toEqual(['"version": 3']);
  });

  it('may be entries with names, in groups, with what is required', async () => {
    const yaml = [
      'levels:',
      '  - name: Junior',
      '    code: B1',
      '    summary: Begins.',
      '    skills:',
      '      - { name: Wood, description: Saws., required: true, tools: [saw, plane] }',
      '      - { name: Sails, description: Sews. }',
      '  - name: Senior',
      '    skills:',
      '      - { name: Wood, description: Chooses., required: false }',
      '      - { name: Sails, description: Cuts. }',
    ].join('\n');
    const { draft } = await found({ 'a.yaml': yaml }, { role: said('Boat Builder') });
    expect(draft.roles).toMatchObject([
      { name: 'Boat Builder', levels: [{ code: 'B1', summary: 'Begins.' }, { code: null }] },
    ]);
    expect(asked(draft)['wood/*/junior']).toBe('Saws.\n\ntools: saw\n\nplane');
    expect(draft.skills.flatMap(({ cells }) => cells.map(({ requirement }) => requirement))).toEqual([
      ...['required', 'optional', 'unsaid', 'unsaid'],
    ]);
    expect(draft.skipped).toEqual([]);
    const about = { Builder: { Junior: { description: 'Begins.', Wood: 'Saws.', Sails: 'Sews.' } } };
    const more = {
      Builder: { ...about.Builder, Senior: { description: 'Leads.', Wood: 'Cuts.', Sails: 'Cuts.' } },
    };
    expect((await found({ 'c.json': JSON.stringify(more) })).draft.skills).toHaveLength(2);
    const lists = {
      levels: [
        { name: 'Sales Rep', title: 'Rep', expectations: ['Calls them', 'Asks them'] },
        { name: 'Senior Sales Rep', title: 'Senior Rep', expectations: ['Closes it'] },
      ],
    };
    const listed = await found({ 'd.json': JSON.stringify(lists) });
    expect(asked(listed.draft)).toEqual({
      'expectations/*/sales-rep': ['Calls them', 'Asks them'],
      'expectations/*/senior-sales-rep': ['Closes it'],
    });
    const groups = { Junior: { Craft: { Wood: 'Saws.' } }, Senior: { Craft: { Wood: 'Chooses.' } } };
    const { draft: grouped } = await found({ 'b.json': JSON.stringify(groups) }, { role: said('Builder') });
    expect(grouped.skills.map(({ name, domain }) => [name, domain])).toEqual([['Wood', 'Craft']]);
  });
});

describe('a sheet for each skill', () => {
  const skill = (name: string, more = '') => ({
    name,
    rows:
      row(1, text('B1', name)) +
      row(2, text('B2', `What ${name} is.`)) +
      row(4, text('B4', '1/ Junior'), text('D4', '2/ Senior')) +
      row(5, text('B5', 'Needs help.'), text('D5', `Helps others.${more}`)) +
      row(
        7,
        text('B7', `Does ${name}.`),
        text('C7', 'Nope'),
        text('D7', `Leads ${name}.`),
        text('E7', 'Yes'),
      ) +
      row(8, text('B8', 'Asks.'), text('C8', 'Nope')) +
      row(10, text('B10', 'Result'), text('C10', 'No'), text('D10', 'Result'), text('E10', 'No')),
  });
  const sum = {
    name: 'Sum',
    rows:
      row(1, text('A1', 'Test engineer score sheet')) +
      row(3, text('A3', 'Skill'), text('B3', 'Weight'), text('C3', 'Reached')) +
      row(4, text('A4', 'Planning'), '<c r="B4" s="0"><v>0.7</v></c>', '<c r="C4"><v>0</v></c>') +
      row(5, text('A5', 'Talking'), text('B5', '30%'), '<c r="C5"><v>0</v></c>'),
  };

  async function draftOf(sheets: Parameters<typeof workbook>[0]['sheets']) {
    const file = { path: 'x.xlsx', bytes: bytesOf(workbook({ sheets })) };
    const imported = await importFiles([file], {}, { readMaterial, recognise });
    if (!imported.ok) throw new Error(imported.problems.map(({ message }) => message).join());
    return imported.value;
  }

  it('has statements by level, weights from the sum, and the role from its title', async () => {
    const { draft, recognised } = await draftOf([skill('Planning'), skill('Talking'), sum]);
    expect(recognised.shape).toBe('a sheet for each skill');
    expect(draft.levels.map(({ name, summary }) => `${name}: ${summary}`)).toEqual([
      'Junior: Needs help.',
      'Senior: Helps others.',
    ]);
    expect(asked(draft)).toEqual({
      'planning/*/junior': ['Does Planning.', 'Asks.'],
      'planning/*/senior': ['Leads Planning.'],
      'talking/*/junior': ['Does Talking.', 'Asks.'],
      'talking/*/senior': ['Leads Talking.'],
    });
    expect(draft.roles.map(({ name }) => name)).toEqual(['Test engineer']);
    expect(draft.skills.map(({ summary, cells }) => [summary, cells[0]?.weight])).toEqual([
      ['What Planning is.', 0.7],
      ['What Talking is.', 0.3],
    ]);
  });

  it('tells what people filled in, and keeps what differs', async () => {
    const { draft } = await draftOf([skill('Planning'), skill('Talking', ' Or leads.'), sum]);
    expect(messages(draft.skipped).filter((message) => message.includes('"Planning"'))).toEqual([
      '"Nope", 2 times on the sheet "Planning": no statement, but what was filled in or worked out',
      '"Yes", once on the sheet "Planning": no statement, but what was filled in or worked out',
      '"Result", 2 times on the sheet "Planning": no statement, but what was filled in or worked out',
      '"No", 2 times on the sheet "Planning": no statement, but what was filled in or worked out',
    ]);
    expect(draft.skills[1]?.cells[1]?.notes).toEqual([{ kind: 'level', text: 'Helps others. Or leads.' }]);
  });
});
