/** Names that YAML reads otherwise than they look: two lines of a list that it folds into one, a hyphen without a blank. */
import type { Fault, Path } from '../../diagnostic.ts';
import { fieldOf, fieldsOf } from '../fields/names.ts';
import { abridge } from '../text.ts';
import type { Mapping } from './mapping.ts';

const lists: readonly (string | undefined)[] = fieldsOf('names', 'people');

/** Warnings about the names of a post. YAML is right to read them so, and nobody means it. */
export function foldedNames(data: Mapping, yaml: string): Fault[] {
  const names = Object.entries(data)
    .filter(([key]) => lists.includes(fieldOf(key)))
    .flatMap(([key, value]): [Path, unknown][] =>
      Array.isArray(value) ? value.map((one, index) => [[key, index], one]) : [[[key], value]],
    );
  const folded = new Set<string>();
  // Most posts that come here have no such lines.
  for (const [, first = '', second = ''] of yaml.matchAll(
    /^[ \t]*(?:- |[\w-]+:)([^\r\n]*)\r?\n(?=[ \t]+(-[^\r\n]*))/gm,
  )) {
    folded.add(`${first.trim()} ${second.trim()}`);
  }
  const isDashed = /^[ \t]+-\p{L}/mu.test(yaml);
  return names.flatMap(([path, name]): Fault[] => {
    if (typeof name !== 'string') return [];
    const warning = { rule: 'field-type', level: 'warn', place: { path } } as const;
    if (folded.has(name.split(' - ', 2).join(' - '))) {
      const message = `“${abridge(name)}” is one name to YAML, since its second line is indented deeper than the first`;
      const hint = Array.isArray(data[String(path[0])])
        ? 'indent both lines alike, for two names'
        : `for two names put the first on a line of its own below ${path[0]}:, with a hyphen too`;
      return [{ ...warning, message, hint }];
    }
    if (!isDashed || !/^-\p{L}/u.test(name)) return [];
    return [
      {
        ...warning,
        message: `the name begins with the hyphen: “${abridge(name)}”`,
        hint: 'put a blank behind the hyphen',
      },
    ];
  });
}
