/** The keys of the data files, in the order in which they are best written. The readers take them from here, and so do the schemas for editors. */
export const FRAMEWORK_KEYS = [
  'format',
  'name',
  'version',
  'language',
  'cumulative',
  'summary',
  'levels',
  'domains',
  'scale',
  'timing',
  'opening',
  'closing',
  'fair_questions',
  'adjustments',
  'access',
  'retention',
  'committee',
  'peer_questions',
] as const;
export const LEVEL_KEYS = ['id', 'name', 'summary', 'rank', 'next'] as const;
export const DOMAIN_KEYS = ['id', 'name', 'summary', 'description'] as const;
export const POINT_KEYS = ['id', 'name', 'anchor', 'means'] as const;
export const TIMING_KEYS = ['minutes', 'opening', 'questions', 'closing', 'writing'] as const;
export const FAIR_KEYS = ['ask', 'never'] as const;
export const RETENTION_KEYS = ['scorecard', 'promotion'] as const;

export const ROLE_KEYS = [
  'id',
  'name',
  'family',
  'summary',
  'notes',
  'levels',
  'interviews',
  'updated',
] as const;
export const ROLE_LEVEL_KEYS = ['title', 'code', 'summary'] as const;
export const INTERVIEW_KEYS = ['id', 'name', 'minutes', 'who', 'format', 'skills'] as const;
export const INTERVIEW_SKILL_KEYS = ['skill', 'question', 'kind'] as const;
export const NOTE_KEYS = ['kind', 'text'] as const;

export const SKILL_KEYS = [
  'id',
  'name',
  'domain',
  'category',
  'topics',
  'updated',
  'summary',
  'notes',
  'roles',
  'required',
  'expectations',
  'grades',
  'questions',
  'anchors',
] as const;
export const SKILL_ROLE_KEYS = ['required', 'expectations'] as const;
export const ENTRY_KEYS = [
  'text',
  'statements',
  'grade',
  'required',
  'weight',
  'notes',
  'status',
  'same_as',
] as const;
export const GRADE_KEYS = ['id', 'name', 'text'] as const;
export const QUESTION_KEYS = [
  'id',
  'kind',
  'levels',
  'roles',
  'minutes',
  'ask',
  'probes',
  'listen_for',
  'warning_signs',
] as const;
