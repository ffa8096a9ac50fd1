/**
 * How heavy rules are: rank is weight of rule, since there is one ink. Points. The lines to write on and the thin rules
 * are as light as a bad copy allows: under half a point they are lost in one bit at 150 dots per inch.
 */
export const RULE = {
  /** Over a skill or a part; the bar of a script. */
  block: 2,
  rail: 1.6,
  /** A rail in half the width. */
  thinRail: 1.3,
  /** A box on a rail, and its tick. */
  box: 1.1,
  section: 1,
  smallBox: 0.9,
  field: 0.75,
  row: 0.6,
  writing: 0.5,
  link: 0.4,
} as const;
