/** A report as JSON in pieces: that of a large blog would take three times its size as one text. */

/** The pieces of `JSON.stringify(value, null, 2)` and a line end, the entries of each list one by one. */
export function* jsonPieces(value: object): Generator<string> {
  let before = '{\n';
  for (const [key, part] of Object.entries(value)) {
    yield `${before}  ${JSON.stringify(key)}: `;
    before = ',\n';
    if (!Array.isArray(part) || part.length === 0) {
      yield indented(part, '  ');
      continue;
    }
    for (const [index, one] of part.entries()) yield `${index === 0 ? '[' : ','}\n    ${indented(one, '    ')}`;
    yield '\n  ]';
  }
  yield '\n}\n';
}

function indented(value: unknown, spaces: string): string {
  // A line end within a text is escaped.
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${spaces}`);
}
