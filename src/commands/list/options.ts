/** The options of `blog list`, and those that cannot be used together. */
import type { GroupKind } from '../../blog/groups.ts';
import type { Query, StatusFilter } from '../../blog/query.ts';
import { UserError } from '../../errors.ts';
import type { Role } from '../../post/fields/authors.ts';
import { readFormat } from '../options.ts';
import type { ListFormat } from './formats.ts';

/** As commander parses them; some are in the query as they are. */
export interface ListOptions extends Pick<Query, 'match' | 'sort' | 'reverse' | 'limit'> {
  category?: string[];
  notCategory?: string[];
  tag?: string[];
  author?: string[];
  notAuthor?: string[];
  role?: Role[];
  lang?: string[];
  search?: string[];
  status?: StatusFilter[];
  since?: string;
  until?: string;
  year?: string[];
  month?: string[];
  missing?: string[];
  fields?: string;
  format?: ListFormat;
  json?: boolean;
  bom?: boolean;
  /** `-0` */
  0?: boolean;
  groupBy?: GroupKind;
  why?: boolean;
}

/** Options that mean nothing in these formats. */
const meaningless: Partial<Record<ListFormat, readonly (keyof ListOptions)[]>> = {
  paths: ['fields', 'why', 'groupBy'],
  count: ['fields', 'why'],
};

const flags: Partial<Record<keyof ListOptions, string>> = { groupBy: '--group-by', fields: '--fields', why: '--why' };

/** The format that the options ask for. Throws UserError, naming them, for options that cannot be used with it. */
export function checkFormat(options: ListOptions): ListFormat {
  const format = readFormat(options) ?? 'table';
  if (options[0] && format !== 'table' && format !== 'paths') {
    throw new UserError(`-0 prints paths: it cannot be used with --format ${format}`);
  }
  const printed = options[0] ? 'paths' : format;
  const other = meaningless[printed]?.find((name) => options[name] !== undefined);
  if (other !== undefined) {
    throw new UserError(`${flags[other]} cannot be used with ${options[0] ? '-0' : `--format ${format}`}`);
  }
  if (options.bom && format !== 'csv') throw new UserError('--bom can only be used with --format csv');
  return format;
}
