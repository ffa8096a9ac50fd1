/**
 * Words that say how high somebody stands, lowest first; words of one line stand on one step. Data: a word that is missing
 * is added to its line. In small letters, without accents.
 */
export const LEVEL_WORDS: readonly (readonly string[])[] = [
  ['intern', 'praktikant', 'stagiaire', 'becario', '实习', 'インターン'],
  ['trainee', 'apprentice', 'azubi', 'aprendiz', 'beginner', 'novice', 'debutant', 'principiante'],
  ['entry', 'graduate', 'foundation', 'foundational', 'einsteiger', '入门', '初级', '初級'],
  ['junior', 'jun', 'jr'],
  ['associate', 'basic', 'berufserfahren'],
  [
    'mid',
    'middle',
    'medior',
    'intermediate',
    'regular',
    'professional',
    'intermedio',
    'confirme',
    '中级',
    '中級',
  ],
  ['advanced', 'experienced', 'avance', 'avanzado'],
  ['senior', 'sen', 'snr', 'sr', '高级', '高級', '上級'],
  ['lead', 'leader', 'teamlead', '主管', 'リード'],
  ['staff', 'architect', 'expert', 'experte', 'experto', '专家'],
  ['manager'],
  ['principal', 'princ', 'master', '首席', '资深'],
  ['distinguished', 'fellow'],
  ['director', 'direktor'],
  ['head', 'vp'],
  ['chief', 'cto'],
];

/** Before a number: "Level 3", "L3", "IC4", "Stufe 2", "M2". */
export const LEVEL_PREFIXES: readonly string[] = [
  ...[
    'level',
    'lvl',
    'l',
    'ic',
    'm',
    'e',
    'p',
    't',
    'g',
    'grade',
    'band',
    'step',
    'stufe',
    'niveau',
    'nivel',
  ],
  ...['tier', 'レベル', '级别', '等级', 'gs', 'em', 'swe', 'se', 'sde'],
];
