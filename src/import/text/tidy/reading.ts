/** What reading a text may use. */
import type { TextContext } from '../../types.ts';
import type { Losses } from '../losses.ts';
import type { TreeBuilder } from './build.ts';

/** What images and links need. */
export interface Reading {
  context: TextContext;
  losses: Losses;
}

/** What every element needs. */
export interface TreeReading extends Reading {
  builder: TreeBuilder;
  /** The names of places to which the text links itself. */
  targets: ReadonlySet<string>;
  /** How many elements are open in which a line of the source is a line of the text. */
  verses: number;
}
