/** Names that YAML does not read as they look: two lines that it folds into one, a hyphen without a space. */
import type { Fault, Path } from '../../diagnostic.ts';
import { fieldOf, fieldsOf } from '../fields/names.ts';
import { abridge } from '../text.ts';
import type { Mapping } from './mapping.ts';

const lists: readonly (string | undefined)[] = fieldsOf('names', 'people');

/** Warnings about names that are valid YAML but surely not what the author meant. */
export function foldedNames(data: Mapping, yaml: string): Fault[] {
  const names = Object.entries(data)
    .filter(([key]) => lists.includes(fieldOf(key)))
    .flatMap(([key, value]): [Path, unknown][] =>
      Array.isArray(value) ? value.map((one, index) => [[key, index], one]) : [[[key], value]],
    );
  const lines = yaml.matchAll(/^[ \t]*(?:- |[\w-]+:)([^\r\n]*)\r?\n(?=[ \t]+(-[^\r\n]*))/gm);
  const folded = new Set(Array.from(lines, ([, first = '', second = '']) => `${first.trim()} ${second.trim()}`));
  const isDashed = /^[ \t]+-\p{L}/mu.test(yaml);
  return names.flatMap(([path, name]): Fault[] => {
    if (typeof name !== 'string') return [];
    const warning = { rule: 'field-type', level: 'warn', place: { path } } as const;
    if (folded.has(name.split(' - ', 2).join(' - '))) {
      const message = `“${abridge(name)}” is read as a single name: its second line is indented further`;
      const hint = Array.isArray(data[String(path[0])])
        ? 'indent both lines alike if these are two names'
        : `write each on its own line below ${path[0]}:, with a hyphen, if these are two names`;
      return [{ ...warning, message, hint }];
    }
    if (!isDashed || !/^-\p{L}/u.test(name)) return [];
    const message = `name begins with a hyphen: “${abridge(name)}”`;
    return [{ ...warning, message, hint: 'add a space after the hyphen' }];
  });
}
