/** The options of `blog list`. */
import type { GroupKind } from '../../blog/groups.ts';
import type { SortKey } from '../../blog/query.ts';
import type { Status } from '../../post/post.ts';
import type { ListFormat } from './formats.ts';

/** As commander parses them. */
export interface ListOptions {
  category?: string[];
  notCategory?: string[];
  tag?: string[];
  author?: string[];
  match: 'any' | 'all';
  status: Status | 'all';
  since?: string;
  until?: string;
  year?: number;
  search?: string;
  missing?: string[];
  sort: SortKey;
  reverse?: boolean;
  limit: number;
  fields?: string;
  format: ListFormat;
  /** `-0` */
  0?: boolean;
  groupBy?: GroupKind;
  why?: boolean;
}
