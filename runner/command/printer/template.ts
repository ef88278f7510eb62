/** A part of what a template makes: text as it is, or a value. */
export type TemplatePart =
  | { readonly text: string }
  /** The identifiers of the expression: `['State', 'Pid']` for `{{.State.Pid}}`. */
  | { readonly fields: readonly string[] };

/** A Go template that a printer was asked to fill in. */
export interface Template {
  readonly source: string;
  /** It stands below headings (`table {{.Names}}`). */
  readonly table: boolean;
  /** It prints JSON. */
  readonly json: boolean;
  /** The parts of the one line that it makes of each thing; null where it branches, repeats or makes several lines. */
  readonly parts: readonly TemplatePart[] | null;
  /** Every identifier in it. */
  readonly fields: ReadonlySet<string>;
}

/** Reads the value of `--format`. */
export function readTemplate(source: string): Template {
  const text = source.replaceAll('\\t', '\t').replaceAll('\\n', '\n').trim();
  const cut = text.split(/(\{\{.*?\}\})/s).filter((part) => part !== '');
  const expressions = cut.filter((part) => part.startsWith('{{'));
  const branches = expressions.some((part) => /^\{\{-?\s*(?:range|if|with|else|end)\b/.test(part));
  const table = text === 'table' || text.startsWith('table ');
  return {
    source,
    table,
    json: text === 'json' || expressions.some((part) => /\bjson\b/.test(part)),
    parts: branches || table || text.includes('\n') || text === 'json' ? null : cut.map(readPart),
    fields: new Set(expressions.flatMap(fieldsOf)),
  };
}

function readPart(part: string): TemplatePart {
  return part.startsWith('{{') ? { fields: fieldsOf(part) } : { text: part };
}

function fieldsOf(expression: string): readonly string[] {
  return expression.match(/(?<=\.)[A-Za-z]\w*/g) ?? [];
}
