/**
 * Every sentence that a user can be shown. `{name}` is filled from the message's arguments, and
 * `{count|step|steps}` is the word that fits that number. A sentence says what is there, what was expected and, where it
 * helps, what to do.
 */
export type Sentences = Readonly<Record<string, { readonly en: string; readonly ko: string }>>;
