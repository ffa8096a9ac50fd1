/**
 * A view whose parts are made when a template first asks for them: a document pays for what it says, and texts in
 * another language are counted where they are said.
 */

/** The object with these parts; each is made once, at the first look. */
export function lazily<T extends object>(parts: { readonly [K in keyof T]: () => T[K] }): T;
export function lazily(parts: Readonly<Record<string, () => unknown>>): object {
  const view = {};
  for (const [key, make] of Object.entries(parts)) {
    Object.defineProperty(view, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make();
        Object.defineProperty(view, key, { enumerable: true, value });
        return value;
      },
    });
  }
  return view;
}
