/** Fields that the options of `blog list` name. */
import { UserError } from '../../errors.ts';
import { fieldOf } from '../../post/fields/names.ts';
import { didYouMean } from '../../post/nearest.ts';
import { type Column, columnNames } from '../../report/columns.ts';
import { visible } from '../../report/escape.ts';
import type { ListOptions } from './options.ts';

/** The columns of `--fields`, and that of `--why`; undefined without `--fields`. Throws UserError for an unknown one. */
export function readColumns({ fields, why }: ListOptions): Column[] | undefined {
  if (fields === undefined) return undefined;
  const columns = fields.split(',').map((field) => readField('--fields', field.trim(), columnNames));
  return why && !columns.includes('why') ? [...columns, 'why'] : columns;
}

/** The choice that a name, or the field that it is an alias of, stands for. Throws UserError if there is none. */
export function readField<T extends string>(option: string, name: string, choices: readonly T[]): T {
  const field = fieldOf(name);
  const found = choices.find((choice) => choice === name) ?? choices.find((choice) => choice === field);
  if (found !== undefined) return found;
  const hint = didYouMean(name, choices) ?? `choose from ${choices.join(', ')}`;
  throw new UserError(`invalid value for ${option}: “${visible(name)}”; ${hint}`);
}
