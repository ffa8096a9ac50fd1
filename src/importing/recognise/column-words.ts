/**
 * What heads of columns, and keys, are called: data. The first line that fits says what a column is, so that what is longer
 * stands before what is shorter. Matched against names in small letters, without accents and punctuation.
 */

/** What a column can hold. */
export type Meaning =
  | 'role'
  | 'family'
  | 'role-text'
  | 'level'
  | 'level-text'
  | 'skill'
  | 'skill-text'
  | 'skill-id'
  | 'grade'
  | 'grade-text'
  | 'text'
  | 'required'
  | 'domain'
  | 'category'
  | 'weight'
  | 'roles'
  | 'id'
  | 'note';

const SKILL =
  '(?:skill|skills|competency|competencies|competence|competences|capability|criterion|criteria|theme|dimension|attribute|practice|kompetenz|kompetenzen|fahigkeit|kriterium|competencia|habilidad|competenza|vaardigheid|技能|能力|スキル)';
const ROLE =
  '(?:role|roles|(?:applies to|relevant|for) roles?|applies to|job|job title|job role|position|profile|job profile|rolle|funktion|stelle|metier|poste|rol|puesto|perfil|ruolo|functie|角色|职位|岗位|役割|職種)';
const LEVEL = '(?:level|stufe|niveau|nivel|livello|级别|等级|レベル)';
const TEXT =
  '(?:text|description|descriptor|summary|definition|detail|details|beschreibung|descripcion|descrizione|omschrijving|描述|説明|内容)';
const NAME = '(?: (?:name|title))?';

export const COLUMN_WORDS: readonly (readonly [Meaning, RegExp])[] = [
  ['roles', /^(?:roles?|jobs?) (?:that|which|who|with|requiring|needing)\b/],
  ['family', /^(?:(?:role|job|career) )?(?:family|families)$|^(?:jobfamilie|rollenfamilie)$/],
  ['role-text', new RegExp(`^${ROLE} ${TEXT}$`)],
  ['level-text', new RegExp(`^(?:${ROLE}|career) (?:${LEVEL}|grade) ${TEXT}$`)],
  [
    'grade-text',
    new RegExp(`^(?:${SKILL} ${LEVEL}|${SKILL} grade|proficiency(?: level)?|grade|rating) ${TEXT}$`),
  ],
  ['skill-text', new RegExp(`^${SKILL} (?:${TEXT}|meaning)$`)],
  ['skill-id', new RegExp(`^${SKILL} (?:id|code|key|nr|no|number)$`)],
  ['grade', new RegExp(`^(?:${SKILL} (?:${LEVEL}|grade)|proficiency(?: level)?|rating|mastery|expertise)$`)],
  [
    'level',
    new RegExp(
      `^(?:(?:${ROLE}|career|job|seniority|experience|target) )?(?:${LEVEL}|seniority|rank|karrierestufe|seniorite|antiguedad|级别|等级|レベル|グレード)${NAME}$`,
    ),
  ],
  ['role', new RegExp(`^${ROLE}${NAME}$`)],
  ['skill', new RegExp(`^${SKILL}${NAME}$`)],
  ['grade', /^grade$/],
  [
    'text',
    new RegExp(
      `^(?:${TEXT}|expectations?|expected|requirements?|statements?|indicators?|behaviou?rs?|what (?:we|is) expect(?:ed)?|evidence|erwartung|erwartungen|anforderung|attente|attentes|expectativa|期待|要求)$`,
    ),
  ],
  [
    'required',
    /^(?:(?:is )?(?:required|mandatory|must have|compulsory|obligatory|core)|pflicht|erforderlich|verpflichtend|obligatoire|requis|obligatorio|requerido|必须|必需|必須|required optional|required or optional|must(?: have)?(?: or)? nice(?: to have)?)$/,
  ],
  [
    'domain',
    /^(?:domain|area|(?:skill|competency) (?:area|domain|group|category)|kompetenzfeld|kompetenzbereich|group|pillar|section|bereich|gruppe|domaine|area|dominio|grupo|领域|领域名称|分野)(?: name)?$/,
  ],
  [
    'category',
    /^(?:category|sub ?category|subdomain|kategorie|categorie|categoria|类别|分类|カテゴリー?)(?: name)?$/,
  ],
  ['weight', /^(?:weight|weights|weighting|gewicht|gewichtung|poids|ponderation|peso|权重|重み)$/],
  ['level-text', new RegExp(`^${LEVEL} ${TEXT}$`)],
  ['id', /^(?:id|uuid|guid|key|code|slug|nr|no)$/],
];

/** A column with names of people. */
export const PERSON =
  /^(?:employee|person|staff member|candidate|assessee|colleague|full name|first name|last name|surname|mitarbeiter|mitarbeiterin|vorname|nachname|employe|prenom|empleado|nombre y apellidos|社員|氏名|员工|姓名)(?: (?:name|id))?$/;

/** What is asked for by `--map`, in words a person would use. */
export const MAP_NAMES: Readonly<Record<string, Meaning>> = {
  ...{ role: 'role', family: 'family', level: 'level', skill: 'skill', grade: 'grade', text: 'text' },
  ...{ required: 'required', domain: 'domain', category: 'category', weight: 'weight', roles: 'roles' },
  ...{ 'skill-text': 'skill-text', 'role-text': 'role-text', 'level-text': 'level-text' },
  ...{ 'grade-text': 'grade-text', id: 'id', note: 'note', 'skill-id': 'skill-id' },
};
