/** Words of which roles are called, to tell "Engineer 2" from "Week 2". Data. */
export const ROLE_WORD =
  /(?:^|[\s/-])(?:engineer|engineering|developer|dev|designer|manager|management|analyst|scientist|architect|tester|administrator|admin|consultant|specialist|researcher|writer|owner|officer|director|technician|programmer|associate|accountant|recruiter|marketer|strategist|operator|sre|sde|swe|qa|devops|frontend|front-end|backend|back-end|fullstack|full-stack|mobile|ios|android|entwickler(?:in)?|ingenieur(?:in)?|développeur|ingénieur|desarrollador|ingeniero)s?(?=$|[\s/,-])/iu;

/** Names that end in what a person is, and not in what they do: "Data Engineer", not "Project management". */
export const ROLE_NOUN =
  /(?:^|[\s/-])(?:engineer|developer|designer|manager|analyst|scientist|architect|tester|administrator|consultant|specialist|researcher|writer|officer|director|technician|programmer|accountant|recruiter|marketer|strategist|operator|buyer|nurse|entwickler|entwicklerin|ingenieur|ingenieurin|développeur|développeuse|ingénieur|desarrollador|desarrolladora|ingeniero|ingeniera)s?$/iu;
