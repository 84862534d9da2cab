/** The options of `blog list`. */
import type { GroupKind } from '../../blog/groups.ts';
import type { Query } from '../../blog/query.ts';
import type { ListFormat } from './formats.ts';

/** As commander parses them; some are in the query as they are. */
export interface ListOptions
  extends Pick<Query, 'match' | 'search' | 'status' | 'year' | 'sort' | 'reverse' | 'limit'> {
  category?: string[];
  notCategory?: string[];
  tag?: string[];
  author?: string[];
  lang?: string[];
  since?: string;
  until?: string;
  missing?: string[];
  fields?: string;
  format: ListFormat;
  /** `-0` */
  0?: boolean;
  groupBy?: GroupKind;
  why?: boolean;
}
